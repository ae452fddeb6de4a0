using System.Text;
using Extractor.Core.Text;

namespace Extractor.Core.Layouts;

/// <summary>Lays a <see cref="PageView"/> over raw text: markup and noise out, hard wraps joined, blocks told apart.</summary>
sealed class PageReader
{
    readonly record struct Line(int Start, int End, int Width, bool Marked, bool BreakAfter);

    readonly string _raw;

    /// <summary>The folded text, of which the first <see cref="_length"/> characters are written: it is never longer than the raw one.</summary>
    readonly char[] _text;

    readonly int[] _map;
    readonly List<Line> _lines = [];
    int _length;

    PageReader(string raw) => (_raw, _text, _map) = (raw, new char[raw.Length], new int[raw.Length]);

    public static PageView Read(string raw)
    {
        var reader = new PageReader(raw);
        reader.Strip();
        return reader.Join();
    }

    /// <summary>Splits into trimmed, non-blank lines of folded characters; tags and link targets are left out.</summary>
    void Strip()
    {
        var lineStart = 0;
        for (var at = 0; at < _raw.Length;)
        {
            var c = _raw[at];
            if (c == '\n')
            {
                EndLine(ref lineStart, breakAfter: false);
                at++;
            }
            else if (c == '<' && Markup.TagLength(_raw, at, out var breaks) is > 0 and var tag)
            {
                if (breaks)
                    EndLine(ref lineStart, breakAfter: true);
                at += tag;
            }
            else if (c == '&' && Markup.EntityLength(_raw, at) is > 0 and var entity)
            {
                Put(' ', at);
                at += entity;
            }
            else if (c == ']' && Markup.LinkTargetLength(_raw, at) is > 0 and var target)
            {
                EndLine(ref lineStart, breakAfter: true);
                at += target;
            }
            else if (c == '\u3000' && at + 1 < _raw.Length && _raw[at + 1] == '\u3000' && at > 0 && _raw[at - 1] is '。' or '”' or '！')
            {
                EndLine(ref lineStart, breakAfter: true);
                at += 2;
            }
            else
            {
                Put(Glyph.IsSpace(c) ? c is '\t' ? '\t' : ' ' : Glyph.Fold(c), at);
                at++;
            }
        }
        EndLine(ref lineStart, breakAfter: true);
    }

    void Put(char c, int rawIndex)
    {
        _text[_length] = c;
        _map[_length++] = rawIndex;
    }

    void EndLine(ref int lineStart, bool breakAfter)
    {
        var (start, end) = (lineStart, _length);
        lineStart = end;
        while (start < end && _text[start] is ' ' or '\t') start++;
        while (end > start && _text[end - 1] is ' ' or '\t') end--;
        var marked = false;
        var marks = start;
        while (marks < end && _text[marks] == '#') marks++;
        if (marks > start && marks < end && _text[marks] == ' ')
        {
            marked = true;
            start = marks + 1;
        }
        if (start == end)
        {
            if (breakAfter && _lines.Count > 0)
                _lines[^1] = _lines[^1] with { BreakAfter = true };
            return;
        }
        var width = 0;
        for (var i = start; i < end; i++)
            width += Glyph.Width(_text[i]);
        _lines.Add(new(start, end, width, marked, breakAfter));
    }

    PageView Join()
    {
        var folded = new string(_text, 0, _length);
        var wrap = WrapWidth();
        var view = new StringBuilder(folded.Length);
        // A line break more for each line, and the end.
        var map = new List<int>(folded.Length + _lines.Count + 1);
        var blocks = new List<Block>();
        for (var i = 0; i < _lines.Count;)
        {
            var start = view.Length;
            var marked = _lines[i].Marked;
            var joined = 0;
            while (true)
            {
                Append(folded, _lines[i], view, map);
                var last = i++;
                if (i == _lines.Count || !Continues(folded, last, wrap, joined > 0))
                    break;
                joined++;
            }
            var span = new TextSpan(start, view.Length);
            var kind = marked ? BlockKind.Headline : Kind(view, span, joined);
            blocks.Add(new(kind, span, marked));
            view.Append('\n');
            map.Add(map.Count > 0 ? map[^1] : 0);
        }
        map.Add(_raw.Length);
        return new(_raw, view.ToString(), map, blocks);
    }

    /// <summary>The width at which the page's lines are wrapped: what nine lines of ten do not pass.</summary>
    int WrapWidth()
    {
        var widths = _lines.Select(line => line.Width).Where(width => width >= 16).Order().ToList();
        return widths.Count < 4 ? int.MaxValue : widths[(int)(widths.Count * 0.8)];
    }

    bool Continues(string folded, int i, int wrap, bool joined)
    {
        var (line, next) = (_lines[i], _lines[i + 1]);
        if (line.BreakAfter || line.Marked || next.Marked)
            return false;
        var (last, first) = (folded[line.End - 1], folded[next.Start]);
        var text = folded.AsSpan(line.Start, line.End - line.Start);
        var following = folded.AsSpan(next.Start, next.End - next.Start);
        if (TableCells.IsCell(text) || TableCells.IsCell(following) || text.Contains('|') || text.Contains('\t'))
            return false;
        if (last is '。' or '！' or '？' or '；' || last is '”' or '）' && text.Length > 1 && text[^2] is '。' or '！' or '？')
            return false;
        if (first is '，' or '。' or '、' or '；' or '%' or '）' or '”' || last is '，' or '、' or '（' or '“' or '《')
            return true;
        if (Paragraph.Opens(following))
            return false;
        if (line.Width >= wrap * 0.86 && line.Width >= 24)
            return true;
        var prose = joined || text.IndexOfAny('，', '。', '；') >= 0;
        if (prose && (text.Length >= 30 || wrap < 100 && (joined || line.Width >= wrap * 0.4)))
            return true;
        // A number is cut from its unit: «累计为237 / 名», and fragments of a date: «今 / 年 4 / 月 30 日».
        return line.Width <= 40 && !Glyph.IsHan(last) && char.IsAsciiDigit(last) && Glyph.IsHan(first) && prose
            || text is "今" or "去" or "本";
    }

    static BlockKind Kind(StringBuilder view, TextSpan span, int joined)
    {
        var text = view.ToString(span.Start, span.Length).AsSpan();
        if (TableCells.IsRow(text))
            return BlockKind.Cells;
        var ended = text[^1] is '。' or '；' or '！' or '？' or '：' or '，' || text.Length > 1 && text[^1] is '”' or '）' && text[^2] is '。' or '！' or '？';
        return !ended && joined == 0 && text.Length <= 45 ? BlockKind.Headline : BlockKind.Body;
    }

    /// <summary>Copies a line without the spaces that stand beside a digit or between characters of a spaced-out line.</summary>
    void Append(string folded, Line line, StringBuilder view, List<int> map)
    {
        var words = folded.AsSpan(line.Start, line.End - line.Start);
        var spaced = IsSpacedOut(words) && !TableCells.IsRow(words);
        // Once for the line and where it is asked for, not once for each of its spaces.
        bool? isRow = null;
        for (var at = line.Start; at < line.End; at++)
        {
            var c = folded[at];
            if (c == ' ')
            {
                var before = folded[at - 1];
                // Asked first: a look past half a million spaces at each of them would take a minute.
                if (before == ' ')
                    continue;
                var after = NextVisible(folded, at, line.End);
                if (spaced && after is not ' ')
                    continue;
                if (Glyph.IsDigit(before) && Glyph.IsHan(after) || Glyph.IsHan(before) && Glyph.IsDigit(after) && !((isRow ??= TableCells.IsRow(words)) is true && IsLabel(folded, line, at))
                    || Glyph.IsDigit(before) && after == '%' || !char.IsAsciiLetterOrDigit(before) && IsMark(after) || IsMark(before))
                    continue;
            }
            view.Append(c);
            map.Add(_map[at]);
        }
    }

    static bool IsMark(char c) => c is '，' or '。' or '、' or '；' or '：' or '“' or '”' or '（' or '）' or '—' or '-' or '~' or '.';

    // «1 月 0.42 2.74»: the number after the space begins a cell.
    static bool IsLabel(string folded, Line line, int space) =>
        TableCells.IsNumber(NextWord(folded.AsSpan(space + 1, line.End - space - 1)));

    static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        var end = text.IndexOf(' ');
        return end < 0 ? text : text[..end];
    }

    static char NextVisible(string folded, int at, int end)
    {
        while (at < end && folded[at] == ' ') at++;
        return at < end ? folded[at] : ' ';
    }

    static bool IsSpacedOut(ReadOnlySpan<char> line)
    {
        int han = 0, gaps = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (Glyph.IsHan(line[i])) han++;
            if (line[i] == ' ' && i > 0 && i + 1 < line.Length && Glyph.IsHan(line[i - 1]) && Glyph.IsHan(line[i + 1])) gaps++;
        }
        return gaps >= 3 && gaps * 5 >= han * 2 || gaps >= 1 && han <= gaps + 1;
    }
}
