using Extractor.Core.Opinions;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>
/// What one stated quantity says, by whom it was read and how sure that is. All spans count code points of the raw text.
/// That the claim is true is not implied.
/// </summary>
public sealed record Claim
{
    /// <summary>From the first digit to the end of the unit, with an inner or trailing hedge: 43万余名, 95%以上.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The raw slice under <see cref="Span"/>, unchanged.</summary>
    public required string Text { get; init; }

    /// <summary>Exact decimal or fraction without exponent, in <see cref="Unit"/>; null for a range.</summary>
    public string? Value { get; init; }

    /// <summary>The lower end of a range, else null.</summary>
    public string? Low { get; init; }

    /// <summary>The upper end of a range, else null.</summary>
    public string? High { get; init; }

    /// <summary>ISO 4217, UCUM, %, pp, or a counter in braces: CNY, km, {件}.</summary>
    public required string Unit { get; init; }

    public Qualifier Qualifier { get; init; }

    /// <summary>What is measured, as a noun phrase; null where none could be read.</summary>
    public string? Indicator { get; init; }

    /// <summary>The id of the indicator in the catalogue, where it is sure which one is meant: gdp, express-volume; else null.</summary>
    public string? IndicatorId { get; init; }

    public Measure Measure { get; init; }

    public Direction? Direction { get; init; }

    /// <summary>yoy, mom, ytd or since:DATE; null if unsaid.</summary>
    public string? Basis { get; init; }

    public Period? Period { get; init; }

    /// <summary>The full name of the place or organisation that the figure is about.</summary>
    public string? Scope { get; init; }

    /// <summary>The division's six-digit code (GB/T 2260) where the scope is one, else null.</summary>
    public string? ScopeCode { get; init; }

    public Status Status { get; init; }

    /// <summary>The article that holds the claim.</summary>
    public TextSpan Article { get; init; }

    /// <summary>The sentence that states the claim.</summary>
    public TextSpan Sentence { get; init; }

    public TextSpan? IndicatorSpan { get; init; }

    public TextSpan? PeriodSpan { get; init; }

    public TextSpan? ScopeSpan { get; init; }

    /// <summary>The names of the rules that made the claim, in the order in which they fired.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Between 0 and 1, two decimals.</summary>
    public decimal Confidence { get; init; }

    /// <summary>Whether another recognizer reads the same value and unit; null where none was asked.</summary>
    public Opinion? SecondOpinion { get; init; }
}
