namespace Extractor.Core.Periods;

/// <summary>
/// What the readers of dates have in common. Each character tells how to go on, so that nothing is tried twice; what is
/// not there leaves the place as it is.
/// </summary>
static class DateScan
{
    /// <summary>How many digits stand at the head of a text.</summary>
    public static int Run(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;

    /// <summary>How many dashes or words for up to stand at a place, if at most three.</summary>
    public static int Link(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is '—' or '~' or '至' or '到' or '-') end++;
        return end - at <= 3 ? end - at : 0;
    }

    /// <summary>A whole run of one or two digits, from 1 up to a bound.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> text, ref int at, int most, out int number)
    {
        number = 0;
        var digits = Run(text[at..]);
        if (digits is not (1 or 2))
            return false;
        number = digits == 1 ? text[at] - '0' : (text[at] - '0') * 10 + text[at + 1] - '0';
        if (number == 0 || number > most)
            return false;
        at += digits;
        return true;
    }

    public static bool TryRead(ReadOnlySpan<char> text, ref int at, char c) => at < text.Length && text[at] == c && ++at > 0;

    public static bool TryReadEither(ReadOnlySpan<char> text, ref int at, char one, char other) => TryRead(text, ref at, one) || TryRead(text, ref at, other);

    public static bool TryRead(ReadOnlySpan<char> text, ref int at, string word)
    {
        if (!text[at..].StartsWith(word))
            return false;
        at += word.Length;
        return true;
    }
}
