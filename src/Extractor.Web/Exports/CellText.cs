namespace Extractor.Web.Exports;

/// <summary>Text that came from a page, made fit for a cell.</summary>
public static class CellText
{
    /// <summary>With an apostrophe in front of what a spreadsheet would run as a formula. Never for numbers: -0.2 is no formula.</summary>
    public static string? Defused(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
}
