using CsvHelper;
using Extractor.Core.Claims;
using Extractor.Core.Opinions;
using Extractor.Web.Exports;

namespace Extractor.Cli.Output;

/// <summary>RFC 4180 with a heading. Text that a spreadsheet would run as a formula is defused; numbers stay numbers.</summary>
sealed class ClaimCsv : IClaimWriter
{
    readonly CsvWriter _csv;
    readonly bool _secondOpinion;

    static readonly string[] Heading =
    [
        "document", "start", "end", "text", "value", "low", "high", "unit", "qualifier", "indicator", "measure", "direction",
        "basis", "period_start", "period_end", "scope", "scope_code", "status", "rules", "confidence", "ruleset", "indicator_id",
    ];

    /// <param name="secondOpinion">Whether a second recognizer was asked, which adds a column.</param>
    public ClaimCsv(TextWriter writer, bool secondOpinion = false)
    {
        _secondOpinion = secondOpinion;
        _csv = CsvWriter.Create(writer, new CsvWriterOptions(), leaveOpen: true);
        foreach (var column in Heading)
            _csv.WriteField(column);
        if (secondOpinion)
            _csv.WriteField("second_opinion");
        _csv.EndRecord();
    }

    public void Write(string document, string ruleset, IReadOnlyList<Claim> claims)
    {
        foreach (var claim in claims)
        {
            Text(document);
            _csv.WriteField(claim.Span.Start);
            _csv.WriteField(claim.Span.End);
            Text(claim.Text);
            Number(claim.Value);
            Number(claim.Low);
            Number(claim.High);
            Text(claim.Unit);
            _csv.WriteField(claim.Qualifier.Code());
            Text(claim.Indicator);
            _csv.WriteField(claim.Measure.Code());
            _csv.WriteField(claim.Direction?.Code());
            _csv.WriteField(claim.Basis);
            _csv.WriteField(claim.Period?.Start.ToString("O"));
            _csv.WriteField(claim.Period?.End.ToString("O"));
            Text(claim.Scope);
            _csv.WriteField(claim.ScopeCode);
            _csv.WriteField(claim.Status.Code());
            Text(string.Join(' ', claim.Rules));
            _csv.WriteField(claim.Confidence);
            Text(ruleset);
            Text(claim.IndicatorId);
            if (_secondOpinion)
                _csv.WriteField(claim.SecondOpinion?.Code());
            _csv.EndRecord();
        }
        _csv.Flush();
    }

    // A value is digits, a sign, a point or a slash: -0.2 is a number and no formula.
    void Number(string? value) => _csv.WriteField(value);

    void Text(string? text) => _csv.WriteField(CellText.Defused(text));

    public void Dispose() => _csv.Dispose();
}
