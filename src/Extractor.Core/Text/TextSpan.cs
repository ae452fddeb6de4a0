namespace Extractor.Core.Text;

/// <summary>
/// A half-open range. Inside Core it counts UTF-16 code units; everything that <see cref="ClaimExtractor"/>
/// hands out counts Unicode code points of the raw text, as PostgreSQL and Python do.
/// </summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text[Start..End];

    public override string ToString() => $"{Start}..{End}";
}
