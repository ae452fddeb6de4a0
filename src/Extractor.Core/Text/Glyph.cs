using System.Globalization;

namespace Extractor.Core.Text;

/// <summary>
/// Folds one character to the one that the rules know: full width to ASCII, ASCII punctuation to Chinese, traditional
/// to simplified. One in, one out, so that offsets never move.
/// </summary>
static class Glyph
{
    static readonly char[] Folded = Build();

    static readonly CharacterSet Spaces = new(c => c is ' ' or '\t' or '\u3000' or '\u00a0' || c > 127 && char.IsWhiteSpace(c)
        || c is '\u200b' or '\u200c' or '\u200d' or '\ufeff' || c == '\r');

    public static char Fold(char c) => Folded[c];

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or '〇';

    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    public static bool IsSpace(char c) => Spaces.Contains(c);

    static char[] Build()
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 0; i < map.Length; i++)
            map[i] = (char)i;
        for (var c = '！'; c <= '～'; c++)
            map[c] = (char)(c - 0xFEE0);
        // Sentence punctuation goes the other way: the rules read Chinese punctuation.
        foreach (var (from, to) in new[] { (';', '；'), (':', '：'), ('!', '！'), ('?', '？'), ('(', '（'), (')', '）') })
        {
            map[from] = to;
            map[to] = to;
        }
        // The full-width comma must not become the one that groups thousands.
        map['，'] = '，';
        map['﹪'] = '%';
        map['﹒'] = '.';
        map['‑'] = map['–'] = map['─'] = map['━'] = map['―'] = '—';
        map['～'] = map['∼'] = map['〜'] = map['˜'] = '~';
        map['「'] = map['『'] = '“';
        map['」'] = map['』'] = '”';
        map['−'] = '-';
        foreach (var row in LexiconFile.Embedded("Text.traditional.tsv").Rows(columns: 2))
            foreach (var traditional in row.Surfaces(1))
                map[traditional[0]] = row[0][0];
        return map;
    }

    /// <summary>How wide a character prints, in half-width cells.</summary>
    public static int Width(char c) => c < 0x1100 ? 1 : IsHan(c) ? 2 : CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 0 : 2;
}
