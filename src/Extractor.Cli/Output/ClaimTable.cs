using System.Globalization;
using Extractor.Core.Claims;
using Extractor.Core.Opinions;
using Spectre.Console;

namespace Extractor.Cli.Output;

/// <summary>A table per document, for people.</summary>
/// <param name="secondOpinion">Whether a second recognizer was asked, which adds a column.</param>
sealed class ClaimTable(IAnsiConsole console, bool secondOpinion = false) : IClaimWriter
{
    static readonly string[] Headings = ["start", "text", "indicator", "value", "unit", "period", "scope"];

    public void Write(string document, string ruleset, IReadOnlyList<Claim> claims)
    {
        var count = claims.Count == 1 ? "1 claim" : string.Create(CultureInfo.InvariantCulture, $"{claims.Count} claims");
        console.Write(new Text($"{Terminal.OneLine(document)}: {count}\n"));
        if (claims.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in secondOpinion ? [.. Headings, "second opinion"] : Headings)
            table.AddColumn(new TableColumn(new Text(heading)));
        foreach (var claim in claims)
            table.AddRow((IEnumerable<Text>)[
                new Text(claim.Span.Start.ToString(CultureInfo.InvariantCulture)), Cell(claim.Text), Cell(claim.Indicator),
                Cell(ClaimWords.Value(claim)), Cell(claim.Unit), Cell(ClaimWords.Period(claim)), Cell(claim.Scope),
                .. secondOpinion ? [Cell(claim.SecondOpinion?.Code())] : (Text[])[]]);
        console.Write(table);
    }

    static Text Cell(string? text) => new(Terminal.OneLine(text ?? ""));

    public void Dispose()
    {
        // The console belongs to the terminal.
    }
}
