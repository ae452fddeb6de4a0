using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Pages.Figures;

/// <summary>An exact number in groups of three that only look apart: whoever copies it gets the digits alone.</summary>
static class Digits
{
    const int Group = 3;

    /// <param name="number">An exact decimal or a fraction; null shows as a dash.</param>
    public static Html Of(string? number)
    {
        if (number is null)
            return Html.Of($"–");
        var first = number.StartsWith('-') ? 1 : 0;
        var end = number.IndexOfAny(['.', '/']) is >= 0 and var point ? point : number.Length;
        // Four digits are read at a glance.
        if (end - first <= Group + 1)
            return Html.Of($"{number}");
        var head = first + (end - first - 1) % Group + 1;
        var groups = Enumerable.Range(0, (end - head) / Group).Select(index => (From: head + index * Group, To: head + (index + 1) * Group));
        return Html.Of($"{number[..head]}{groups.Select(group => Html.Of($"<span class=\"group\">{number[group.From..group.To]}</span>"))}{number[end..]}");
    }
}
