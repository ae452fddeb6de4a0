using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Tests.Pages.Figures;

public sealed class ScaleTests
{
    public static TheoryData<string, string, string> Examples => new()
    {
        // The point moves, no digit is lost or made up.
        { "603435000000", "6034.35 亿", "603.435 billion" },
        { "14851700", "1485.17 万", "14.8517 million" },
        { "-120000000", "-1.2 亿", "-120 million" },
        { "123456789", "12,345.6789 万", "123,456,789" },
        { "1234567800", "123,456.78 万", "1234.5678 million" },
        { "123456789012345", "123,456,789,012,345", "123,456,789,012,345" },
        // What is read more easily as it is.
        { "35720", "35,720", "35,720" },
        { "1485171", "1,485,171", "1,485,171" },
        { "10000", "1 万", "10,000" },
        { "9999", "9999", "9999" },
        { "12.50", "12.50", "12.50" },
        { "0.000000001", "0.000000001", "0.000000001" },
        { "1/3", "1/3", "1/3" },
        { "100000000/3", "100,000,000/3", "100,000,000/3" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_value_is_short_and_exact(string value, string chinese, string english)
    {
        Assert.Equal(chinese, Show(value, Language.Chinese));
        Assert.Equal(english, Show(value, Language.English));
    }

    static string Show(string value, Language language)
    {
        var scale = Scale.Of(value, language);
        return $"{scale.Shift(value)} {scale.Name}".TrimEnd();
    }
}
