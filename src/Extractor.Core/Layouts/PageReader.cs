using System.Buffers;
using Extractor.Core.Text;

namespace Extractor.Core.Layouts;

/// <summary>Lays a <see cref="PageView"/> over raw text: markup and noise out, hard wraps joined, blocks told apart.</summary>
sealed class PageReader
{
    readonly record struct Line(int Start, int End, int Width, bool Marked, bool BreakAfter);

    /// <summary>At these markup may begin or a line may end.</summary>
    static readonly SearchValues<char> Special = SearchValues.Create("\n<&]\u3000");

    readonly string _raw;

    /// <summary>
    /// The folded text, of which the first <see cref="_length"/> characters are written, with a place to spare behind each
    /// line: so it is turned into the view where it stands, which never overtakes what is still to be read.
    /// </summary>
    readonly char[] _text;

    /// <summary>The raw place of each of its characters, and of the end.</summary>
    readonly int[] _places;

    readonly List<Line> _lines = [];
    int _length;

    /// <summary>How many characters of the view are written.</summary>
    int _viewLength;

    PageReader(string raw) => (_raw, _text, _places) = (raw, new char[raw.Length + 1], new int[raw.Length + 2]);

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
                // What only may be one of these is itself, and all up to the next such character with it.
                var run = _raw.AsSpan(at + 1).IndexOfAny(Special);
                for (var end = run < 0 ? _raw.Length : at + 1 + run; at < end; at++)
                    Put(Glyph.IsSpace(_raw[at]) ? _raw[at] is '\t' ? '\t' : ' ' : Glyph.Fold(_raw[at]), at);
            }
        }
        EndLine(ref lineStart, breakAfter: true);
    }

    void Put(char c, int rawIndex)
    {
        _text[_length] = c;
        _places[_length++] = rawIndex;
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
        // The line break, or what stood for it in the source, has left its place free.
        lineStart = ++_length;
    }

    PageView Join()
    {
        var wrap = WrapWidth();
        var blocks = new List<Block>();
        for (var i = 0; i < _lines.Count;)
        {
            var start = _viewLength;
            var marked = _lines[i].Marked;
            var joined = 0;
            while (true)
            {
                // Asked before the line gives way to the view.
                var goesOn = i + 1 < _lines.Count && Continues(i, wrap, joined > 0);
                Append(_lines[i++]);
                if (!goesOn)
                    break;
                joined++;
            }
            var span = new TextSpan(start, _viewLength);
            var kind = marked ? BlockKind.Headline : Kind(span.In(_text), joined);
            blocks.Add(new(kind, span, marked));
            Show('\n', _viewLength > 0 ? _places[_viewLength - 1] : 0);
        }
        _places[_viewLength] = _raw.Length;
        return new(_raw, new(_text, 0, _viewLength), _places, blocks);
    }

    /// <summary>The width at which the page's lines are wrapped: what nine lines of ten do not pass.</summary>
    int WrapWidth()
    {
        var widths = _lines.Select(line => line.Width).Where(width => width >= 16).Order().ToList();
        return widths.Count < 4 ? int.MaxValue : widths[(int)(widths.Count * 0.8)];
    }

    void Show(char c, int rawIndex)
    {
        _text[_viewLength] = c;
        _places[_viewLength++] = rawIndex;
    }

    ReadOnlySpan<char> Words(Line line) => _text.AsSpan(line.Start, line.End - line.Start);

    bool Continues(int i, int wrap, bool joined)
    {
        var (line, next) = (_lines[i], _lines[i + 1]);
        if (line.BreakAfter || line.Marked || next.Marked)
            return false;
        var (last, first) = (_text[line.End - 1], _text[next.Start]);
        var text = Words(line);
        var following = Words(next);
        if (last is '。' or '！' or '？' or '；' || last is '”' or '）' && text.Length > 1 && text[^2] is '。' or '！' or '？')
            return false;
        if (text.ContainsAny('|', '\t') || TableCells.IsCell(text) || TableCells.IsCell(following))
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

    static BlockKind Kind(ReadOnlySpan<char> text, int joined)
    {
        if (TableCells.IsRow(text))
            return BlockKind.Cells;
        var ended = text[^1] is '。' or '；' or '！' or '？' or '：' or '，' || text.Length > 1 && text[^1] is '”' or '）' && text[^2] is '。' or '！' or '？';
        return !ended && joined == 0 && text.Length <= 45 ? BlockKind.Headline : BlockKind.Body;
    }

    /// <summary>Moves a line to the view without the spaces that stand beside a digit or between characters of a spaced-out line.</summary>
    void Append(Line line)
    {
        var words = Words(line);
        if (!words.Contains(' '))
        {
            words.CopyTo(_text.AsSpan(_viewLength));
            _places.AsSpan(line.Start, words.Length).CopyTo(_places.AsSpan(_viewLength));
            _viewLength += words.Length;
            return;
        }
        // Once for the line, before it gives way to the view.
        var isRow = TableCells.IsRow(words);
        var spaced = IsSpacedOut(words) && !isRow;
        for (var at = line.Start; at < line.End; at++)
        {
            var c = _text[at];
            if (c == ' ')
            {
                var before = _text[at - 1];
                // Asked first: a look past half a million spaces at each of them would take a minute.
                if (before == ' ')
                    continue;
                var after = NextVisible(at, line.End);
                if (spaced && after is not ' ')
                    continue;
                if (Glyph.IsDigit(before) && Glyph.IsHan(after) || Glyph.IsHan(before) && Glyph.IsDigit(after) && !(isRow && IsLabel(line, at))
                    || Glyph.IsDigit(before) && after == '%' || !char.IsAsciiLetterOrDigit(before) && IsMark(after) || IsMark(before))
                    continue;
            }
            Show(c, _places[at]);
        }
    }

    static bool IsMark(char c) => c is '，' or '。' or '、' or '；' or '：' or '“' or '”' or '（' or '）' or '—' or '-' or '~' or '.';

    // «1 月 0.42 2.74»: the number after the space begins a cell.
    bool IsLabel(Line line, int space) =>
        TableCells.IsNumber(NextWord(_text.AsSpan(space + 1, line.End - space - 1)));

    static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        var end = text.IndexOf(' ');
        return end < 0 ? text : text[..end];
    }

    char NextVisible(int at, int end)
    {
        while (at < end && _text[at] == ' ') at++;
        return at < end ? _text[at] : ' ';
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
