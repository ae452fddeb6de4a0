using System.Globalization;
using Extractor.Core.Comparisons;
using Extractor.Storage.Evidence;
using Spectre.Console;

namespace Extractor.Cli.Output;

/// <summary>A checked text for people: each claim with its verdict, then the evidence that is closest.</summary>
static class CheckedTable
{
    /// <summary>The rest is in the JSON.</summary>
    const int MostRows = 5;

    static readonly string[] Headings = ["verdict", "quote", "difference", "indicator", "period", "scope", "document", "published", "reason"];

    public static void Write(IAnsiConsole console, CheckedText text)
    {
        if (text.Claims.Count == 0)
            console.Write(new Text("no claim was read in the text\n"));
        foreach (var (claim, judgement, evidence) in text.Claims)
        {
            console.Write(new Text(string.Create(
                CultureInfo.InvariantCulture,
                $"{claim.Span.Start} {Terminal.OneLine(claim.Text)} {Terminal.OneLine(claim.Indicator ?? "")} {ClaimWords.Period(claim)} {Terminal.OneLine(claim.Scope ?? "")}: {judgement.Verdict.Code()}{(judgement.Difference is { } gap ? ", " + gap.Words : "")}\n")));
            console.Write(new Text($"  {Terminal.OneLine(judgement.Reason)}\n"));
            if (evidence.Count == 0)
                continue;
            var table = new Table().Border(TableBorder.Rounded);
            foreach (var heading in Headings)
                table.AddColumn(new TableColumn(new Text(heading)));
            foreach (var (stored, pair, _) in evidence.Take(MostRows))
                table.AddRow(
                    Cell(pair.Verdict.Code()), Cell(stored.Claim.Text), Cell(pair.Difference?.Words), Cell(stored.Claim.Indicator), Cell(ClaimWords.Period(stored.Claim)),
                    Cell(stored.Claim.Scope), Cell(stored.Document), Cell(stored.Published?.ToString("O")), Cell(pair.Reason));
            console.Write(table);
            if (evidence.Count > MostRows)
                console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"  and {evidence.Count - MostRows} more, see --format json\n")));
        }
        if (text.LeftOut > 0)
            console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"{text.LeftOut} more claims were not checked: a text is checked up to its first {FactCheck.MostClaims}\n")));
    }

    static Text Cell(string? text) => new(Terminal.OneLine(text ?? ""));
}
