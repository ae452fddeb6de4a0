using System.Globalization;
using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>The days of a public holiday: 今年五一黄金周, 2019年国庆假期, 春节期间.</summary>
sealed class Holidays
{
    readonly WordTable<string> _names;
    readonly Dictionary<(string Name, int Year), Period> _days = [];

    static readonly WordTable<bool> Endings = new(new[] { "黄金周期间", "黄金周", "小长假期间", "小长假", "长假期间", "长假", "假期期间", "假期", "假日期间", "假日", "节日期间", "节期间", "期间" }
        .Select(word => KeyValuePair.Create(word, true)));

    public static Holidays Default { get; } = new(LexiconFile.Embedded("Periods.holidays.tsv"));

    internal Holidays(LexiconFile file)
    {
        var names = new Dictionary<string, string>();
        foreach (var row in file.Rows(columns: 3))
        {
            if (row[1] == "name")
                foreach (var surface in row.Surfaces(2))
                    names[surface] = row[0];
            else if (DateOnly.TryParseExact(row[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                && DateOnly.TryParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && first <= last)
                _days[(row[0], first.Year)] = new(first, last);
            else
                throw file.Error(row, $"“{row[1]} {row[2]}” are no first and last day.");
        }
        _names = new(names);
    }

    /// <summary>How many characters name a holiday and its days at the start of <paramref name="text"/>; 0 if none do.</summary>
    public int Match(ReadOnlySpan<char> text, out string holiday)
    {
        var length = _names.MatchStart(text, out holiday);
        return length > 0 && Endings.MatchStart(text[length..], out _) is > 0 and var ending ? length + ending : 0;
    }

    /// <summary>Its days in that year; null if they are not on record.</summary>
    public Period? Find(string holiday, int year) => _days.TryGetValue((holiday, year), out var days) ? days : null;
}
