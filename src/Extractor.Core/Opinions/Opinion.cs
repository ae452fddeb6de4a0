using System.Diagnostics;

namespace Extractor.Core.Opinions;

/// <summary>What a second recognizer makes of a claim's value and unit.</summary>
public enum Opinion
{
    /// <summary>It reads the same value in the same unit there.</summary>
    Agrees,

    /// <summary>It reads another value, or another unit.</summary>
    Disagrees,

    /// <summary>It reads nothing there, or the same digits without knowing what is counted, and in which scale.</summary>
    Silent,
}

public static class OpinionVocabulary
{
    public static string Code(this Opinion opinion) => opinion switch
    {
        Opinion.Agrees => "agrees",
        Opinion.Disagrees => "disagrees",
        Opinion.Silent => "silent",
        _ => throw new UnreachableException(),
    };
}
