namespace Extractor.Core.Comparisons;

/// <summary>By what two numbers are the same, or that they are not.</summary>
public enum Closeness
{
    /// <summary>Equal, whatever unit or zeros they are printed with.</summary>
    Equal,

    /// <summary>The stored value, rounded half up at the last printed digit of the pasted one, equals it.</summary>
    Rounded,

    /// <summary>One lies within the hedge or range of the other.</summary>
    Hedged,

    Different,
}
