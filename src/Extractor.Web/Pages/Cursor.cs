using System.Globalization;
using Extractor.Web.Answers;

namespace Extractor.Web.Pages;

/// <summary>Where a list goes on, in the address: the fields of its last row, joined.</summary>
static class Cursor
{
    const char Between = '~';

    public static string Of(params ReadOnlySpan<object?> fields)
    {
        var parts = new string[fields.Length];
        for (var at = 0; at < fields.Length; at++)
            parts[at] = Uri.EscapeDataString(fields[at] switch
            {
                null => "",
                DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
                DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
                var field => Convert.ToString(field, CultureInfo.InvariantCulture)!,
            }).Replace("~", "%7E", StringComparison.Ordinal);
        return string.Join(Between, parts);
    }

    /// <summary>Reads one back; null on the first page.</summary>
    public static T? Read<T>(Visit visit, int fields, Func<string[], T> read) where T : class
    {
        if (visit.Context.Request.Query["after"].ToString() is not { Length: > 0 } text)
            return null;
        try
        {
            var parts = text.Split(Between);
            return parts.Length == fields ? read(Array.ConvertAll(parts, Uri.UnescapeDataString)) : throw new FormatException();
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new BadRequestException(visit["wrong.after"]);
        }
    }

    public static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    public static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    public static DateTime Time(string text) => DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
