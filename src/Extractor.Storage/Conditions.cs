using Dapper;

namespace Extractor.Storage;

/// <summary>The «where» of a search: fixed words joined by «and», whose values travel as parameters.</summary>
sealed class Conditions
{
    readonly List<string> _conditions = [];

    public DynamicParameters Parameters { get; } = new();

    public string Sql => _conditions.Count == 0 ? "true" : string.Join("\n  and ", _conditions);

    public Conditions Always(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    /// <summary>The condition where there is a value for it.</summary>
    public Conditions If(object? value, string name, string condition)
    {
        if (value is null)
            return this;
        Parameters.Add(name, value);
        return Always(condition);
    }

    public Conditions With(string name, object? value)
    {
        Parameters.Add(name, value);
        return this;
    }

    /// <summary>Text for the right side of «like», without the meaning of its signs.</summary>
    public static string Like(string text) => string.Concat("%", text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal), "%");
}
