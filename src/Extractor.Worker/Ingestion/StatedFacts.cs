using System.Globalization;
using System.Text;
using Extractor.Core.Documents;

namespace Extractor.Worker.Ingestion;

/// <summary>What one place says of a document: a row, a sidecar, front matter, the path. Each fact may be missing.</summary>
public sealed record StatedFacts(string? Name = null, string? Publication = null, string? Region = null, DateOnly? Published = null)
{
    const int Longest = 200;

    public static StatedFacts None { get; } = new();

    /// <summary>These facts, and where one is missing, the other's.</summary>
    public StatedFacts Or(StatedFacts other) => new(
        Name ?? other.Name, Publication ?? other.Publication, Region ?? other.Region, Published ?? other.Published);

    public DocumentFacts For(string name) => new(Name ?? name, Publication, Region, Published);

    /// <summary>Facts read one by one from a place; a wrong one is named with it.</summary>
    /// <param name="find">The value of a field, null where it is not stated, and its file and line.</param>
    /// <exception cref="InputException">A fact is too long, holds control characters, or is no date.</exception>
    public static StatedFacts Read(Func<string, (string? Value, string Place)> find) =>
        new(Text(find("name"), "name"), Text(find("publication"), "publication"), Text(find("region"), "region"), Date(find("published")));

    static string? Text((string? Value, string Place) fact, string field)
    {
        if (fact.Value?.Trim() is not { Length: > 0 } value)
            return null;
        if (value.Length > Longest)
            throw new InputException(InputFault.Facts, string.Create(
                CultureInfo.InvariantCulture, $"{fact.Place}: “{field}” has {value.Length} characters; at most {Longest} are allowed"));
        return IsClean(value)
            ? value
            : throw new InputException(InputFault.Facts, $"{fact.Place}: “{field}” holds a control character or half a character; take it out");
    }

    public static bool IsClean(string value) => value.EnumerateRunes().All(rune => rune.Value != '\uFFFD' && !Rune.IsControl(rune));

    static DateOnly? Date((string? Value, string Place) fact)
    {
        if (string.IsNullOrWhiteSpace(fact.Value))
            return null;
        return PublishedDate.TryRead(fact.Value, out var day)
            ? day
            : throw new InputException(
                InputFault.Facts, $"{fact.Place}: “published” is “{(fact.Value.Length <= 40 ? fact.Value : fact.Value[..40] + "…")}”, not a date such as 2023-12-31");
    }
}
