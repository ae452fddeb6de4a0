using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Extractor.Web.Answers;

/// <summary>A part of a list.</summary>
/// <param name="Next">The address of the next part; null where this is the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which part of a list is wanted.</summary>
public readonly record struct Paging(
    [property: Description("How many items, from 1 to 500; 50 where not said")] int? Limit,
    [property: Description("Where the part before ended; follow next instead of making one")] string? After,
    HttpRequest Request)
{
    const int Usual = 50, Most = 500;

    /// <exception cref="BadRequestException">It is out of bounds.</exception>
    public int Size => Limit is null or (>= 1 and <= Most) ? Limit ?? Usual : throw new BadRequestException($"limit is {Limit}, not from 1 to {Most}");

    /// <param name="found">One more than the size where there is more.</param>
    /// <param name="cursor">Where an item stands in the order of the list.</param>
    public Page<T> Of<TFound, T>(IReadOnlyList<TFound> found, Func<TFound, T> show, Func<TFound, string> cursor)
    {
        var more = found.Count > Size;
        var items = found.Take(Size).ToList();
        return new(items.ConvertAll(item => show(item)), more ? Next(cursor(items[^1])) : null);
    }

    public Page<T> Of<T>(IReadOnlyList<T> found, Func<T, string> cursor) => Of(found, item => item, cursor);

    /// <summary>The same request with another <c>after</c>.</summary>
    public string Next(string after)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => !pair.Key.Equals("after", StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))) { { "after", after } };
        return Request.Path + query.ToQueryString();
    }
}
