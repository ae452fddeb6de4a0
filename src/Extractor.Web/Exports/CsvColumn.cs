using System.Globalization;
using Extractor.Storage.Claims;

namespace Extractor.Web.Exports;

/// <summary>A column of the CSV, as its description has it: the command line's columns, then what the database knows.</summary>
/// <param name="Type">Of Frictionless Table Schema.</param>
sealed record CsvColumn(string Name, string Type, string Description, Func<StoredClaim, string?> Print)
{
    public static IReadOnlyList<CsvColumn> All { get; } =
    [
        Text("document", "The document's name", claim => claim.Document),
        Integer("start", "Where the quote begins in the document's text, in code points from 0", claim => claim.SpanStart),
        Integer("end", "Where it ends", claim => claim.SpanEnd),
        Text("text", "The quote", claim => claim.Quote),
        // A value is digits, a sign, a point or a slash; 1/3 is no number of Table Schema.
        Exact("value", "Exact decimal or fraction in unit; empty for a range", claim => claim.ValueText),
        Exact("low", "The lower end of a range", claim => claim.LowText),
        Exact("high", "The upper end of a range", claim => claim.HighText),
        Text("unit", "ISO 4217, UCUM, %, pp, or a counter in braces", claim => claim.Unit),
        Text("qualifier", "How the number stands to the truth", claim => claim.Qualifier),
        Text("indicator", "What is measured, in the words of the page", claim => claim.Indicator),
        Text("measure", "level, change, growth, share or multiple", claim => claim.Measure),
        Text("direction", "up or down, for change and growth", claim => claim.Direction),
        Text("basis", "What a change or growth is against: yoy, mom, ytd or since:DATE", claim => claim.Basis),
        Date("period_start", "First day of the period", claim => claim.PeriodStart),
        Date("period_end", "Last day of the period", claim => claim.PeriodEnd),
        Text("scope", "The place or organisation", claim => claim.Scope),
        Text("scope_code", "The division's code (GB/T 2260)", claim => claim.ScopeCode),
        Text("status", "actual, planned or forecast", claim => claim.Status),
        Text("rules", "The rules that made the claim", claim => string.Join(' ', claim.Rules)),
        new("confidence", "number", "From 0 to 1", claim => claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture)),
        Text("ruleset", "The ruleset that first read it so", claim => claim.Ruleset),
        Text("indicator_id", "The indicator in the catalogue", claim => claim.IndicatorId),
        Text("id", "The claim's id within its document", claim => claim.ClaimKey.ToString()),
        Text("document_id", "The document's id", claim => claim.DocumentId.ToString()),
        Text("source", "The collection that the document belongs to", claim => claim.Source),
        Text("uri", "The document's address within it", claim => claim.Uri),
        Text("publication", "The newspaper or office", claim => claim.Publication),
        Text("region", "What 全区 and 全市 mean where the text does not say", claim => claim.Region),
        Date("published", "The day of publication", claim => claim.Published),
        Text("sentence", "The sentence that states the claim, cut to 300 characters on both sides of the quote", claim => claim.Sentence),
    ];

    static CsvColumn Text(string name, string description, Func<StoredClaim, string?> cell) => new(name, "string", description, claim => CellText.Defused(cell(claim)));

    static CsvColumn Exact(string name, string description, Func<StoredClaim, string?> cell) => new(name, "string", description, cell);

    static CsvColumn Integer(string name, string description, Func<StoredClaim, int> cell) =>
        new(name, "integer", description, claim => cell(claim).ToString(CultureInfo.InvariantCulture));

    static CsvColumn Date(string name, string description, Func<StoredClaim, DateOnly?> cell) =>
        new(name, "date", description, claim => cell(claim)?.ToString("O", CultureInfo.InvariantCulture));
}
