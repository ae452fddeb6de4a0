using System.Diagnostics;

namespace Extractor.Core.Claims;

/// <summary>How the number stands to the truth: 约, 近, 余, 超过, 以上, 不足, 以下.</summary>
public enum Qualifier { Exact, About, Nearly, MoreThan, AtLeast, LessThan, AtMost }

public enum Measure { Level, Change, Growth, Share, Multiple }

public enum Direction { Up, Down }

public enum Status { Actual, Planned, Forecast }

/// <summary>The words that JSON, columns and pages use for the enums of a claim.</summary>
public static class Vocabulary
{
    public static string Code(this Qualifier qualifier) => qualifier switch
    {
        Qualifier.Exact => "exact",
        Qualifier.About => "about",
        Qualifier.Nearly => "nearly",
        Qualifier.MoreThan => "more_than",
        Qualifier.AtLeast => "at_least",
        Qualifier.LessThan => "less_than",
        Qualifier.AtMost => "at_most",
        _ => throw new UnreachableException(),
    };

    public static string Code(this Measure measure) => measure switch
    {
        Measure.Level => "level",
        Measure.Change => "change",
        Measure.Growth => "growth",
        Measure.Share => "share",
        Measure.Multiple => "multiple",
        _ => throw new UnreachableException(),
    };

    public static string Code(this Direction direction) => direction switch
    {
        Direction.Up => "up",
        Direction.Down => "down",
        _ => throw new UnreachableException(),
    };

    public static string Code(this Status status) => status switch
    {
        Status.Actual => "actual",
        Status.Planned => "planned",
        Status.Forecast => "forecast",
        _ => throw new UnreachableException(),
    };
}
