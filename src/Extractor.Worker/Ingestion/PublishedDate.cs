using System.Globalization;

namespace Extractor.Worker.Ingestion;

/// <summary>A day of publication as files, pages and feeds write it. A time with a zone is told as the day it was in China.</summary>
static class PublishedDate
{
    static readonly TimeSpan China = TimeSpan.FromHours(8);

    // No Chinese newspaper is older; a day far ahead is a slip of the pen.
    static readonly (DateOnly First, DateOnly Last) Window = (new(1815, 1, 1), new(2199, 12, 31));

    static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    static readonly string[] Times = ["yyyy-M-d H:m", "yyyy-M-d H:m:s", "yyyy/M/d H:m", "yyyy/M/d H:m:s", "yyyy年M月d日 H:m", "yyyy-M-dTH:m:s", "yyyy-M-dTH:m"];

    // The offset as RFC 3339 and RFC 822 write it; the names of zones are made offsets first.
    static readonly string[] Zoned =
    [
        "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:sszzz",
        "d MMM yyyy H:m:s zzz", "d MMM yyyy H:m zzz", "d MMM yy H:m:s zzz",
    ];

    public static bool TryRead(string text, out DateOnly day)
    {
        text = text.Trim();
        day = default;
        return text.Length is > 0 and <= 60 && (TryDay(text, out day) || TryZoned(text, out day))
            && day >= Window.First && day <= Window.Last;
    }

    static bool TryDay(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return true;
        var isTime = DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        day = DateOnly.FromDateTime(time);
        return isTime;
    }

    static bool TryZoned(string text, out DateOnly day)
    {
        // «Fri, 01 Mar 2024 …»: the weekday says nothing new, and is wrong often enough.
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma is >= 0 and <= 9)
            text = text[(comma + 1)..].TrimStart();
        foreach (var (name, offset) in (ReadOnlySpan<(string, string)>)[(" GMT", " +00:00"), (" UTC", " +00:00"), (" UT", " +00:00"), (" CST", " +08:00"), ("Z", "+00:00")])
            if (text.EndsWith(name, StringComparison.Ordinal))
                text = text[..^name.Length] + offset;
        if (text.Length > 5 && text[^5] is '+' or '-' && text[^4..].All(char.IsAsciiDigit))
            text = $"{text[..^2]}:{text[^2..]}";
        var isTime = DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        day = isTime ? DateOnly.FromDateTime(time.ToOffset(China).DateTime) : default;
        return isTime;
    }
}
