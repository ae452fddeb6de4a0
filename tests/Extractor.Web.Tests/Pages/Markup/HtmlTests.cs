using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Tests.Pages.Markup;

public sealed class HtmlTests
{
    public static TheoryData<string?, string> Texts => new()
    {
        { "粮食 103万吨", "粮食 103万吨" },
        { "<b>&amp;\"'", "&lt;b&gt;&amp;amp;&quot;&#x27;" },
        { null, "" },
        // What turns or hides the text around it stands as its number, [U+202E]; a plus is never sent bare, lest it be read as UTF-7.
        { "a\u202eb\u2066c\u200bd\ufeff", "a[U&#x2B;202E]b[U&#x2B;2066]c[U&#x2B;200B]d[U&#x2B;FEFF]" },
        { "\0\u001b[31m\u0085", "[U&#x2B;0000][U&#x2B;001B][31m[U&#x2B;0085]" },
        { "a\r\nb\rc\td", "a&#xA;b&#xA;c&#x9;d" },
        { "😀", "&#x1F600;" },
        { "\ud83d", "&#xFFFD;" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_stands_in_a_hole_is_text(string? text, string markup) => Assert.Equal($"<i title=\"{markup}\">{markup}</i>", $"{Html.Of($"<i title=\"{text}\">{text}</i>")}");

    [Fact]
    public void Markup_in_a_hole_stays_markup() =>
        Assert.Equal("<p><bdi>&lt;</bdi>12</p>", $"{Html.Of($"<p>{Html.Name("<")}{new[] { Html.Of($"{1}"), Html.Of($"{2}") }}</p>")}");
}
