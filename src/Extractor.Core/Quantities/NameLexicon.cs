using System.Buffers;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

enum NameKind { Slogan, Plan, Project, Place, Company, Festival, Event, Work, Institution, Hotline, Term, Idiom }

/// <summary>Names and sayings with numbers that count nothing: 五位一体, 三门峡, 12345. They live in <c>names.tsv</c>, nowhere else.</summary>
sealed class NameLexicon
{
    const int LongestBefore = 8;

    static readonly SearchValues<char> Numerals = SearchValues.Create("零〇一二两三四五六七八九十百千万亿半");

    static readonly WordList BehindDigits = WordList.Embedded("Quantities.hotlines.tsv");

    readonly WordTable<NameKind> _names;

    /// <summary>Which two characters follow each other in a name: hardly a figure has those before it.</summary>
    readonly PairTable _within = new();

    public static NameLexicon Default { get; } = new(LexiconFile.Embedded("Quantities.names.tsv"));

    public IEnumerable<string> Names => _names.Words;

    internal NameLexicon(LexiconFile file)
    {
        var names = new Dictionary<string, NameKind>();
        foreach (var row in file.Rows(columns: 2))
        {
            if (!Enum.TryParse<NameKind>(row[1], ignoreCase: true, out var kind) || row[1].Length == 0 || !char.IsAsciiLetterLower(row[1][0]))
                throw file.Error(row, $"“{row[1]}” is no kind of name.");
            if (row[0].Length < 2 || !names.TryAdd(string.Concat(row[0].Select(Glyph.Fold)), kind))
                throw file.Error(row, $"“{row[0]}” is no name, or stands twice.");
        }
        _names = new(names);
        _within.AddPairs(names.Keys, 1);
    }

    public NameKind? Find(string name) => _names.TryGet(string.Concat(name.Select(Glyph.Fold)), out var kind) ? kind : null;

    /// <summary>Where the name ends that holds the character at <paramref name="at"/> of folded text and starts at or behind <paramref name="from"/>; 0 if there is none.</summary>
    public int End(ReadOnlySpan<char> text, int at, int from)
    {
        var beganBefore = at > from && _within[text[at - 1], text[at]] != 0;
        if (!beganBefore && (at + 1 == text.Length || _within[text[at], text[at + 1]] == 0))
            return 0;
        var first = beganBefore ? Math.Max(from, at - LongestBefore) : at;
        for (var start = at; start >= first; start--)
            if (_names.MatchStart(text[start..], out _) is > 0 and var length && start + length > at && StandsAlone(text, start, start + length))
                return start + length;
        return 0;
    }

    // 5G in 5GB and 211 in 2110 are no names, nor are 二五 in 二五点三 and 12345 in 12345件.
    static bool StandsAlone(ReadOnlySpan<char> text, int start, int end)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start]) && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or ','))
            return false;
        if (end == text.Length)
            return true;
        if (char.IsAsciiLetterOrDigit(text[end - 1]) && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or ',' or '%' or '‰'))
            return false;
        if (Numerals.Contains(text[end - 1]) && (Numerals.Contains(text[end]) || text[end] is '点' or '余' or '多'))
            return false;
        return text[start..end].ContainsAnyExceptInRange('0', '9') || !Glyph.IsHan(text[end]) || BehindDigits.Starts(text[end..]);
    }
}
