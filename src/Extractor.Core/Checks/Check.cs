using System.Diagnostics;

namespace Extractor.Core.Checks;

/// <summary>What must hold among claims of one document.</summary>
public enum CheckKind
{
    /// <summary>A level, its change and its growth.</summary>
    Growth,

    /// <summary>A pair from–to with the growth, change or multiple stated beside it.</summary>
    FromTo,

    /// <summary>The parts against their whole.</summary>
    Parts,

    /// <summary>The shares of all parts against 100.</summary>
    Shares,

    /// <summary>A share against its part and whole.</summary>
    ShareOf,

    /// <summary>Two claims of the same thing that cannot both be true.</summary>
    Conflict,
}

public enum CheckOutcome { Agrees, Disagrees }

/// <summary>Whether claims that bear on each other fit, within the rounding of their printed digits and their hedges.</summary>
/// <param name="Claims">Their places in <see cref="Claims.Extraction.Claims"/>, rising.</param>
/// <param name="Expected">What the others make of the checked figure: the middle of all that rounding allows.</param>
/// <param name="Found">The figure as stated.</param>
/// <param name="Tolerance">How far apart the two may be.</param>
/// <param name="Unit">The unit of these three.</param>
/// <param name="Explanation">One line, in numbers.</param>
public sealed record Check(
    CheckKind Kind, IReadOnlyList<int> Claims, string Expected, string Found, string Tolerance, string Unit, CheckOutcome Outcome, string Explanation);

/// <summary>The words that columns and pages use for the enums of a check.</summary>
public static class CheckVocabulary
{
    public static string Code(this CheckKind kind) => kind switch
    {
        CheckKind.Growth => "growth",
        CheckKind.FromTo => "from_to",
        CheckKind.Parts => "parts",
        CheckKind.Shares => "shares",
        CheckKind.ShareOf => "share_of",
        CheckKind.Conflict => "conflict",
        _ => throw new UnreachableException(),
    };

    public static string Code(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Agrees => "agrees",
        CheckOutcome.Disagrees => "disagrees",
        _ => throw new UnreachableException(),
    };
}
