using System.Globalization;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Tests.Pages.Figures;

public sealed class PeriodTextTests
{
    public static TheoryData<string, string, string, string> Examples => new()
    {
        { "2021-12-31", "2021-12-31", "2021年12月31日", "31 Dec 2021" },
        { "2021-01-01", "2021-12-31", "2021年", "2021" },
        { "2021-02-01", "2021-02-28", "2021年2月", "Feb 2021" },
        { "2021-07-01", "2021-09-30", "2021年三季度", "Q3 2021" },
        { "2021-01-01", "2021-06-30", "2021年上半年", "H1 2021" },
        { "2021-01-01", "2021-09-30", "2021年1—9月", "Jan–Sep 2021" },
        { "2016-01-01", "2020-12-31", "2016—2020年", "2016–2020" },
        { "2021-01-01", "2021-05-20", "2021-01-01 — 2021-05-20", "2021-01-01 – 2021-05-20" },
        { "2020-11-15", "2021-02-15", "2020-11-15 — 2021-02-15", "2020-11-15 – 2021-02-15" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_period_reads_as_papers_write_it(string start, string end, string chinese, string english)
    {
        var (first, last) = (DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture));
        Assert.Equal((chinese, english), (PeriodText.In(Language.Chinese, first, last), PeriodText.In(Language.English, first, last)));
    }
}
