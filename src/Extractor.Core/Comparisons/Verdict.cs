using System.Diagnostics;

namespace Extractor.Core.Comparisons;

/// <summary>What stored claims make of a pasted one.</summary>
public enum Verdict
{
    /// <summary>The same number.</summary>
    Agrees,

    /// <summary>The same within the rounding of the pasted digits, or within a hedge or range of either.</summary>
    Rounds,

    /// <summary>Another number for the same indicator, place and time.</summary>
    Differs,

    /// <summary>Nothing that can be compared.</summary>
    None,
}

/// <summary>How the indicators of two claims stand to each other.</summary>
public enum IndicatorRelation { SameId, SameName, Alike, Apart }

/// <summary>How the scope of a pasted claim stands to that of a stored one.</summary>
public enum ScopeRelation { Same, Contains, Contained, Unstated, Apart }

/// <summary>How the period of a pasted claim stands to that of a stored one. AtEnd: one is the last day of the other, and the indicator is true of moments.</summary>
public enum PeriodRelation { Same, AtEnd, Contains, Contained, Overlaps, Unstated, Apart }

/// <summary>Whether growth or change is against the same base.</summary>
public enum BasisRelation { Same, Unstated, Apart }

/// <summary>The words that JSON and pages use for the enums of a comparison.</summary>
public static class ComparisonVocabulary
{
    public static string Code(this Verdict verdict) => verdict switch
    {
        Verdict.Agrees => "agrees",
        Verdict.Rounds => "rounds",
        Verdict.Differs => "differs",
        Verdict.None => "none",
        _ => throw new UnreachableException(),
    };

    public static string Code(this IndicatorRelation relation) => relation switch
    {
        IndicatorRelation.SameId => "same_id",
        IndicatorRelation.SameName => "same_name",
        IndicatorRelation.Alike => "alike",
        IndicatorRelation.Apart => "apart",
        _ => throw new UnreachableException(),
    };

    public static string Code(this ScopeRelation relation) => relation switch
    {
        ScopeRelation.Same => "same",
        ScopeRelation.Contains => "contains",
        ScopeRelation.Contained => "contained",
        ScopeRelation.Unstated => "unstated",
        ScopeRelation.Apart => "apart",
        _ => throw new UnreachableException(),
    };

    public static string Code(this PeriodRelation relation) => relation switch
    {
        PeriodRelation.Same => "same",
        PeriodRelation.AtEnd => "at_end",
        PeriodRelation.Contains => "contains",
        PeriodRelation.Contained => "contained",
        PeriodRelation.Overlaps => "overlaps",
        PeriodRelation.Unstated => "unstated",
        PeriodRelation.Apart => "apart",
        _ => throw new UnreachableException(),
    };
}
