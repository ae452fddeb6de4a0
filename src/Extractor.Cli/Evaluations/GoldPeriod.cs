using System.Globalization;
using Extractor.Core.Claims;

namespace Extractor.Cli.Evaluations;

/// <summary>A period as annotators write it: 2023, 2023-11, 2023-11-30, or two of them joined with a slash.</summary>
readonly record struct GoldPeriod(string Text, Period Period)
{
    public static bool TryRead(string text, out GoldPeriod period)
    {
        var slash = text.IndexOf('/');
        var (first, last) = slash < 0 ? (text, text) : (text[..slash], text[(slash + 1)..]);
        var well = TryReadDays(first, out var from) & TryReadDays(last.Length == 0 ? first : last, out var to);
        period = new(text, new(from.Start, to.End));
        return well;
    }

    static bool TryReadDays(string text, out Period days)
    {
        days = default;
        if (!DateOnly.TryParseExact(text, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        days = text.Length switch { 4 => Period.Year(day.Year), 7 => Period.Month(day.Year, day.Month), _ => Period.Point(day) };
        return true;
    }
}
