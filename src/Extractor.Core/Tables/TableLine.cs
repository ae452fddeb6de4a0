using System.Buffers;
using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>A line of the source with its cells. Of a line with dividers empty cells are kept.</summary>
/// <param name="Lefts">In which column of the print each cell begins, in half-width cells.</param>
/// <param name="Rights">In which column of the print each cell ends.</param>
/// <param name="IsDivided">Whether pipes or tabs, and not gaps, divide the cells.</param>
sealed record TableLine(int Block, TextSpan Span, IReadOnlyList<TextSpan> Cells, IReadOnlyList<int> Lefts, IReadOnlyList<int> Rights, bool IsDivided)
{
    const int LongestIndent = 200, LongestTabular = 120, UsualLine = 48;

    static readonly SearchValues<char> Dividers = SearchValues.Create("|\t│┃");
    static readonly SearchValues<char> Gaps = SearchValues.Create(" \n|\t│┃");
    static readonly SearchValues<char> RuleMarks = SearchValues.Create("-：:|—=+ \t│┃┌┬┐├┼┤└┴┘═╔╦╗╠╬╣╚╩╝_");

    public static bool HasDividers(ReadOnlySpan<char> words) => words.ContainsAny(Dividers);

    /// <summary>|---|:--:|, ─────.</summary>
    public bool IsRule => Cells.Count == 0;

    /// <summary>How a character stands to the one before it on the page.</summary>
    enum Gap { None, Space, Wide, Line }

    /// <summary>The lines of a block as the source prints them: gaps are those of the source, which the view has closed.</summary>
    public static IEnumerable<TableLine> Read(PageView page, Block block, int index)
    {
        if (page.IsUnbroken(block.Span) && !block.Span.In(page.Text).ContainsAny(Gaps))
        {
            yield return Whole(page, block, index);
            yield break;
        }
        var places = new List<(int At, int Left, Gap Before)>(Math.Min(block.Span.Length, UsualLine));
        var (column, before) = (0, -1);
        for (var at = block.Span.Start; at < block.Span.End; at++)
        {
            if (page.Text[at] is ' ' or '\n')
                continue;
            var raw = page.ToRaw(new(at, at)).Start;
            var (gap, width) = before < 0 ? (Gap.Line, Indent(page.Raw, raw)) : Between(page.Raw, before + 1, raw);
            if (gap == Gap.Line && places.Count > 0)
            {
                yield return Line(page.Text, index, places);
                places.Clear();
                column = 0;
            }
            column += width;
            places.Add((at, column, gap));
            column += Glyph.Width(page.Raw[raw]);
            before = raw;
        }
        if (places.Count > 0)
            yield return Line(page.Text, index, places);
    }

    /// <summary>A line without gaps and dividers, as nearly all of prose are: one cell.</summary>
    static TableLine Whole(PageView page, Block block, int index)
    {
        var words = block.Span.In(page.Text);
        var left = Indent(page.Raw, page.ToRaw(block.Span).Start);
        var line = new TableLine(index, block.Span, new List<TextSpan>(1), new List<int>(1), new List<int>(1), IsDivided: false);
        if (IsRuled(words))
            return line;
        var right = left;
        foreach (var c in page.ToRaw(block.Span).In(page.Raw)[..^1])
            right += Glyph.Width(c);
        line.Put(block.Span, left, right + (words.IndexOfAnyExcept(RuleMarks) < 0 ? 1 : Glyph.Width(words[^1])));
        return line;
    }

    // A lone dash is a cell that is missing.
    static bool IsRuled(ReadOnlySpan<char> words) => words.IndexOfAnyExcept(RuleMarks) < 0 && (words.Length > 2 || words.IndexOfAny('|', '=', '+') >= 0);

    static int Indent(string raw, int at)
    {
        var width = 0;
        for (var i = at - 1; i >= Math.Max(0, at - LongestIndent) && Glyph.IsSpace(raw[i]); i--)
            width += Glyph.Width(raw[i]);
        return width;
    }

    static (Gap Gap, int Width) Between(string raw, int from, int to)
    {
        var (width, run, widest) = (0, 0, 0);
        for (var at = from; at < to; at++)
        {
            if (raw[at] == '\n')
                return (Gap.Line, Indent(raw, to));
            if (raw[at] == '\r')
                continue;
            run = Glyph.IsSpace(raw[at]) ? run + Glyph.Width(raw[at]) : 0;
            width += Glyph.IsSpace(raw[at]) ? Glyph.Width(raw[at]) : 0;
            widest = Math.Max(widest, run);
        }
        return (widest >= 2 ? Gap.Wide : widest == 1 ? Gap.Space : Gap.None, width);
    }

    static TableLine Line(string text, int block, List<(int At, int Left, Gap Before)> places)
    {
        var span = new TextSpan(places[0].At, places[^1].At + 1);
        var words = span.In(text);
        var (cells, lefts, rights) = (new List<TextSpan>(), new List<int>(), new List<int>());
        var line = new TableLine(block, span, cells, lefts, rights, words.ContainsAny(Dividers));
        if (words.IndexOfAnyExcept(RuleMarks) < 0)
        {
            if (!IsRuled(words))
                line.Put(span, places[0].Left, places[^1].Left + 1);
            return line;
        }
        var first = 0;
        var isTabular = words.Length <= LongestTabular && !words.ContainsAny('。', '；');
        var wide = places.FindIndex(1, place => place.Before == Gap.Wide) >= 0;
        for (var i = 0; i < places.Count; i++)
        {
            if (line.IsDivided)
            {
                if (!Dividers.Contains(text[places[i].At]))
                    continue;
                // The pipe that a line opens with divides nothing.
                if (i > 0)
                    line.Put(first < i ? new(places[first].At, places[i - 1].At + 1) : new(places[i].At, places[i].At), places[first].Left, places[i].Left);
                first = i + 1;
            }
            else if (i > 0 && isTabular && (wide ? places[i].Before == Gap.Wide : places[i].Before == Gap.Space && Parts(text, places, first, i)) && !IsSpreadOut(text, places, first, i, wide))
            {
                line.Put(new(places[first].At, places[i - 1].At + 1), places[first].Left, places[i - 1].Left + Glyph.Width(text[places[i - 1].At]));
                first = i;
            }
        }
        if (first < places.Count)
            line.Put(new(places[first].At, places[^1].At + 1), places[first].Left, places[^1].Left + Glyph.Width(text[places[^1].At]));
        else if (line.IsDivided && text[places[^1].At] == '\t')
            line.Put(new(places[^1].At, places[^1].At), places[^1].Left, places[^1].Left);
        return line;
    }

    void Put(TextSpan cell, int left, int right)
    {
        ((List<TextSpan>)Cells).Add(cell);
        ((List<int>)Lefts).Add(left);
        ((List<int>)Rights).Add(right);
    }

    // «3 月末余额», «2016 年3 月», «2.0 以上»: a figure and its word are one; so are «（1， 1.1]».
    static bool Parts(string text, List<(int At, int Left, Gap Before)> places, int first, int i)
    {
        var (before, after) = (text[places[i - 1].At], text[places[i].At]);
        var glued = i + 1 < places.Count && places[i + 1].Before == Gap.None && char.IsAsciiDigit(text[places[i + 1].At]);
        // A dash that stands alone is a cell.
        if (before == '—' && text[places[first].At] == '—')
            return true;
        // «3 张家港市 3365.0»: a row's number stands apart from its label.
        if (first == 0 && i <= 3 && char.IsAsciiDigit(before) && Glyph.IsHan(after) && after is not ('月' or '年' or '日' or '季' or '个' or '号') && places.FindLastIndex(place => char.IsAsciiDigit(text[place.At])) > i)
            return true;
        // «上月=100 上年同月=100»
        if (i - first > 4 && char.IsAsciiDigit(before) && text[places[i - 4].At] == '=')
            return true;
        if (char.IsAsciiDigit(before) && (Glyph.IsHan(after) || after == '%' || after == '—' && glued) || before is '，' or '、' or '（' or '：' or '—' || after is '，' or '、' or '）' or '：')
            return false;
        // 12 月 31 日
        if (before == '月' && i >= 2 && char.IsAsciiDigit(text[places[i - 2].At]) && places.FindIndex(i, place => !char.IsAsciiDigit(text[place.At])) is var end && end > i && text[places[end].At] == '日')
            return false;
        // 2016 年3 月, but 2023年 2022年.
        return !(before == '年' && char.IsAsciiDigit(after) && i >= 5 && char.IsAsciiDigit(text[places[i - 5].At]) && !(glued && i + 2 < places.Count && char.IsAsciiDigit(text[places[i + 2].At])));
    }

    // «指 标», «上 浮», «年　　份»: one character, a gap, one character.
    static bool IsSpreadOut(string text, List<(int At, int Left, Gap Before)> places, int first, int i, bool wide)
    {
        if (!Glyph.IsHan(text[places[i].At]) || i - first > 3)
            return false;
        for (var at = first; at < i; at++)
            if (!Glyph.IsHan(text[places[at].At]) || at > first && places[at].Before == Gap.None)
                return false;
        return i + 1 == places.Count || places[i + 1].Before is not Gap.None && (!wide || places[i + 1].Before == Gap.Wide);
    }
}
