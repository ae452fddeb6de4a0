namespace Extractor.Recognizers;

/// <summary>How much the library is asked at once, and for how long. What comes too late counts as silence.</summary>
sealed record AskingLimits
{
    /// <summary>Characters. 200 of the worst kind found take a fifth of a second; 8,000 take minutes.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>For one piece. After it the rest of the text is left alone.</summary>
    public TimeSpan Piece { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For all of a text. Ordinary text of a million characters takes less.</summary>
    public TimeSpan Text { get; init; } = TimeSpan.FromSeconds(30);
}
