using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Worker.Ingestion;

/// <summary>
/// Facts from where a file lies: <c>{publication}/{published:yyyy-MM-dd}/*</c>. A <c>*</c> stands for anything within a
/// folder or file name, <c>**</c> for any folders; <c>{region}</c>, <c>{name}</c> and <c>{published}</c> may follow each other.
/// </summary>
public sealed class PathPattern
{
    const string Example = "{publication}/{published:yyyy-MM-dd}/*";

    static readonly string[] Fields = ["publication", "region", "name", "published"];

    readonly string _pattern, _dateFormat;
    readonly Regex _regex;
    readonly int _folders;

    PathPattern(string pattern, string dateFormat, Regex regex)
    {
        (_pattern, _dateFormat, _regex) = (pattern, dateFormat, regex);
        _folders = pattern.Contains("**", StringComparison.Ordinal) ? int.MaxValue : pattern.Count(c => c == '/');
    }

    /// <exception cref="FormatException">The pattern cannot be read; the message says why.</exception>
    public static PathPattern Parse(string pattern)
    {
        var (regex, dateFormat) = (new StringBuilder("^"), "yyyy-MM-dd");
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < pattern.Length;)
        {
            var rest = pattern.AsSpan(at);
            if (rest.StartsWith("**/"))
                (at, _) = (at + 3, regex.Append("(?:.*/)?"));
            else if (rest.StartsWith("**"))
                (at, _) = (at + 2, regex.Append(".*"));
            else if (rest[0] == '*')
                (at, _) = (at + 1, regex.Append("[^/]*"));
            else if (rest[0] == '{')
            {
                var end = rest.IndexOf('}');
                var parts = end < 0 ? throw new FormatException($"the brace at {rest} is not closed") : rest[1..end].ToString().Split(':', 2);
                if (!Fields.Contains(parts[0]))
                    throw new FormatException($"{{{parts[0]}}} is no fact; use publication, region, published or name, such as {Example}");
                if (!named.Add(parts[0]))
                    throw new FormatException($"{{{parts[0]}}} stands twice");
                if (parts[0] == "published")
                    dateFormat = parts.ElementAtOrDefault(1) ?? dateFormat;
                else if (parts.Length > 1)
                    throw new FormatException($"{{{parts[0]}}} takes no format");
                regex.Append(CultureInfo.InvariantCulture, $"(?<{parts[0]}>{(parts[0] == "published" ? Digits(dateFormat) : "[^/]+?")})");
                at += end + 1;
            }
            else
                (at, _) = (at + 1, regex.Append(Regex.Escape(pattern[at..(at + 1)])));
        }
        if (named.Count == 0)
            throw new FormatException($"it names no fact; write it such as {Example}");
        return new(pattern, dateFormat, new Regex(regex.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
    }

    // Facts are told from a path that has the shape of a date; what is no day then is a wrong fact, not another shape.
    static string Digits(string format)
    {
        foreach (var part in (ReadOnlySpan<string>)["yyyy", "MM", "dd"])
            if (!format.Contains(part, StringComparison.Ordinal))
                throw new FormatException($"{{published:{format}}} lacks {part}; a format is such as yyyy-MM-dd, yyyyMMdd or yyyy-MM/dd");
        return string.Concat(format.Select(c => c is 'y' or 'M' or 'd' ? "[0-9]" : Regex.Escape(c.ToString())));
    }

    /// <summary>What the path says; nothing where it has another shape.</summary>
    /// <exception cref="InputException">What stands where the date should is none.</exception>
    public StatedFacts Read(InputFile file)
    {
        if (file.IsStandardInput)
            return StatedFacts.None;
        var match = _regex.Match(file.InFolder ? file.Below : Tail(file.Path));
        if (!match.Success)
            return StatedFacts.None;
        var place = $"{file.Path}: path by {_pattern}";
        return StatedFacts.Read(field => (match.Groups[field] is { Success: true, Value: var value }
            ? field == "published" ? Day(value) : value
            : null, place));
    }

    string Day(string value) => DateOnly.TryParseExact(value, _dateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToString("O", CultureInfo.InvariantCulture)
        : value;

    // A file that was named itself lies below nothing: as many folders count as the pattern names.
    string Tail(string path)
    {
        var parts = Path.GetFullPath(path).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('/', parts.TakeLast((int)Math.Min(_folders + 1L, parts.Length)));
    }
}
