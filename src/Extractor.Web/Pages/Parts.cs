using Extractor.Storage.Claims;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Pages;

/// <summary>Pieces that several pages show.</summary>
static class Parts
{
    /// <summary>The way on through a list.</summary>
    public static Html More(Visit visit, string? after) => after is null
        ? Html.Empty
        : Html.Of($"<nav class=\"more\" aria-label=\"{visit["more.label"]}\"><a rel=\"next\" href=\"{visit.Here(("after", after))}\">{visit["more"]} <span aria-hidden=\"true\">→</span></a></nav>");

    public static Html Nothing(Visit visit, string key) => Html.Of($"<p class=\"nothing\">{visit[key]}</p>");

    /// <summary>Whether it happened, is meant to or is expected: a word and a shape.</summary>
    public static Html Status(Visit visit, string status) => status == "actual"
        ? Html.Empty
        : Html.Of($"<span class=\"tag {status}\">{visit[$"status.{status}"]}</span>");

    public static Html Indicator(Visit visit, string? id, string? name) => name is null
        ? Html.Of($"<span class=\"unsaid\">{visit["unsaid.indicator"]}</span>")
        : Html.Of($"<a href=\"{PageLinks.Indicator(id, name)}\">{Html.Name(name)}</a>");

    public static Html Place(Visit visit, string? name, string? code) => name is null
        ? Html.Of($"<span class=\"unsaid\">{visit["unsaid.scope"]}</span>")
        : Html.Of($"<a href=\"{PageLinks.Place(name, code)}\">{Html.Name(name)}</a>");

    public static Html Publication(Visit visit, string? name) => name is null
        ? Html.Of($"<span class=\"unsaid\">{visit["unsaid.publication"]}</span>")
        : Html.Of($"<a href=\"{PageLinks.Publication(name)}\">{Html.Name(name)}</a>");

    /// <summary>The sentence with the number that a claim reads in it.</summary>
    public static Html Sentence(StoredClaim claim) => 
        Sentence(claim.Sentence, claim.SpanStart - Math.Max(claim.SentenceStart, claim.SpanStart - 300), claim.SpanEnd - claim.SpanStart);

    /// <param name="start">Where the number begins in the sentence, in code points.</param>
    public static Html Sentence(string sentence, int start, int length)
    {
        var text = new PointText(sentence);
        var end = start + length;
        return start < 0 || end > text.Length
            ? Html.Of($"<q lang=\"zh-CN\">{Flat(sentence)}</q>")
            : Html.Of($"<q lang=\"zh-CN\">{Flat(text.Slice(0, start))}<mark>{Flat(text.Slice(start, end))}</mark>{Flat(text.Slice(end, text.Length))}</q>");
    }

    /// <summary>A table of claims: each number leads to its sentence.</summary>
    public static Html Claims(Visit visit, string caption, IEnumerable<StoredClaim> claims) => Html.Of($"""
        <div class="scroll"><table class="claims stack">
        <caption class="unseen">{caption}</caption>
        <thead><tr><th scope="col">{visit["column.value"]}</th><th scope="col">{visit["column.indicator"]}</th><th scope="col">{visit["column.scope"]}</th><th scope="col">{visit["column.period"]}</th><th scope="col">{visit["column.sentence"]}</th></tr></thead>
        <tbody>{claims.Select(claim => Row(visit, claim))}</tbody>
        </table></div>
        """);

    static Html Row(Visit visit, StoredClaim claim)
    {
        var figure = Figure.Of(claim);
        return Html.Of($"""
            <tr>
            <td class="number"><a href="{PageLinks.Claim(claim.DocumentId, claim.ClaimKey)}">{figure.Show(visit)}</a>{figure.Kind(visit)}{Status(visit, claim.Status)}</td>
            <td>{Indicator(visit, claim.IndicatorId, claim.Indicator)}</td>
            <td>{Place(visit, claim.Scope, claim.ScopeCode)}</td>
            <td>{PeriodText.Show(visit, claim.PeriodStart, claim.PeriodEnd)}</td>
            <td class="sentence">{Sentence(claim)}<span class="source">{Source(visit, claim)}</span></td>
            </tr>

            """);
    }

    static Html Source(Visit visit, StoredClaim claim) => claim.Publication is null
        ? Html.Of($"{Html.Name(claim.Document)} {Shown.Day(claim.Published)}")
        : Html.Of($"{Html.Name(claim.Publication)} {Shown.Day(claim.Published)}");

    // Pages are wrapped hard; in a table a sentence is one line of text.
    static string Flat(string text) => text.ReplaceLineEndings(" ");
}
