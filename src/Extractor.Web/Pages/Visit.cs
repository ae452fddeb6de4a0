using System.Globalization;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Words;
using Microsoft.AspNetCore.Http;

namespace Extractor.Web.Pages;

/// <summary>One request for a page: at which address, and in which language it is read.</summary>
sealed class Visit(HttpContext context)
{
    const int LongestValue = 200;
    const int LongestCursor = 4000;

    public HttpContext Context => context;

    public Language Language { get; } = LanguageChoice.Read(context);

    /// <summary>The code of the language for <c>lang</c>.</summary>
    public string Code => Language == Language.English ? "en" : "zh-CN";

    /// <summary>A label.</summary>
    public string this[string key] => Labels.In(Language, key);

    /// <summary>A label with <c>{0}</c> filled in.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>How many of what: <c>claims</c> → 1 claim, 2 claims.</summary>
    public string Many(string what, long number) => number == 1 ? this[$"{what}.one"] : Say($"{what}.count", Shown.Count(number));

    /// <summary>Where a list goes on; null at its beginning.</summary>
    public T? After<T>(Func<string[], T> read) where T : class => Cursor.Read(Text("after", LongestCursor), read, this["wrong.after"]);

    // What a form calls the field.
    string Label(string name) => Labels.Has($"field.{name}") ? this[$"field.{name}"] : Labels.Has($"column.{name}") ? this[$"column.{name}"] : name;

    /// <summary>A value of the address; null where it is missing or empty.</summary>
    public string? Text(string name, int longest = LongestValue)
    {
        var value = context.Request.Query[name].ToString().Trim();
        return value.Length > longest ? throw new BadRequestException(Say("wrong.long", Label(name), longest)) : value.Length == 0 ? null : value;
    }

    /// <summary>A value of the address that is one of a few words.</summary>
    public string? Word(string name, params ReadOnlySpan<string> words) =>
        Text(name) is not { } value ? null : words.Contains(value) ? value : throw new BadRequestException(Say("wrong.word", Label(name), string.Join(", ", words!)));

    /// <summary>A day; of a month or a year the first, or the last where <paramref name="isEnd"/>.</summary>
    public DateOnly? Day(string name, bool isEnd = false)
    {
        if (Text(name) is not { } value)
            return null;
        if (DateOnly.TryParseExact(value, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateOnly.TryParseExact(value, "yyyy-M", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return isEnd ? day.AddMonths(1).AddDays(-1) : day;
        if (DateOnly.TryParseExact(value, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return isEnd ? day.AddYears(1).AddDays(-1) : day;
        throw new BadRequestException(Say("wrong.day", Label(name), value));
    }

    public long? Number(string name) =>
        Text(name) is not { } value ? null
        : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new BadRequestException(Say("wrong.number", Label(name), value));

    /// <summary>A run or another number that the database counts with 32 bits.</summary>
    public int? Count(string name) => Number(name) is not { } number ? null : number <= int.MaxValue ? (int)number : throw new BadRequestException(Say("wrong.number", Label(name), number));

    public Guid? Id(string name) =>
        Text(name) is not { } value ? null : Guid.TryParse(value, out var id) ? id : throw new BadRequestException(Say("wrong.id", Label(name), value));

    /// <summary>This address with other values: null takes one away. Where a list goes on is never kept.</summary>
    public string Here(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var values = context.Request.Query.Where(pair => pair.Key is not ("after" or "lang")).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        foreach (var (name, value) in changes)
            values[name] = value;
        return PageLinks.To(context.Request.Path, [.. values.Select(pair => (pair.Key, pair.Value))]);
    }
}
