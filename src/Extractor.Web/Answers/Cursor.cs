using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Extractor.Web.Answers;

/// <summary>The <c>after</c> of a list: where its last item stands in the order of the list. Nothing is to be read from it.</summary>
static class Cursor
{
    const char Between = '\u001f';
    const string Wrong = "after is not one that this list gave out; follow the links in next";

    public static string Write(params ReadOnlySpan<object?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(text.Length == 0 ? "" : Between).Append(part switch
            {
                null => "",
                DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
                DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
                _ => Convert.ToString(part, CultureInfo.InvariantCulture),
            });
        return WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <returns>Null where there is no cursor.</returns>
    /// <exception cref="BadRequestException">It is none that this list gave out.</exception>
    public static T? Read<T>(string? after, Func<string[], T> read, string wrong = Wrong) where T : class
    {
        if (after is null)
            return null;
        try
        {
            return read(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(after)).Split(Between));
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new BadRequestException(wrong);
        }
    }

    public static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    public static DateTime Moment(string text) => DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
