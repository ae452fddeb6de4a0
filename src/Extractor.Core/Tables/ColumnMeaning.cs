using System.Buffers;
using Extractor.Core.Claims;
using Extractor.Core.Measures;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>What a heading says of the figures below it (or, for a row that is a rate, beside it).</summary>
/// <param name="Noun">The measure it names (产量, 在校生); empty for 绝对数, 2023年, 增长.</param>
/// <param name="IsFigure">False for ranks, serial numbers, codes and remarks.</param>
readonly record struct ColumnMeaning(MeasureReading Measure, (Unit Unit, int Power)? Unit, string Noun, bool IsRate, bool IsFigure)
{
    /// <summary>Whether a change or growth in a column beside it may speak of it.</summary>
    public bool IsBase => Measure.Measure is Claims.Measure.Level or Claims.Measure.Share;

    static readonly string[] Growths = ["增长速度", "增长率", "增长", "增速", "增幅", "涨跌幅", "涨幅", "跌幅", "降幅", "升幅", "增减", "涨跌", "升降", "变动", "变化", "同比", "环比", "±", "比上月", "比上年", "比上季", "比上期", "较上月", "较上年"];

    static readonly string[] Changes = ["同比多增", "同比少增", "多增", "少增", "新增", "增加额", "增减额", "增长额", "增量", "净增", "增减量", "增加", "减少"];

    static readonly SearchValues<char> CueStarts = SearchValues.Create([.. Growths.Concat(Changes).Select(word => word[0])]);

    static readonly string[] Shares = ["完成率", "完成进度", "比重", "占比", "份额", "构成", "比例", "占"];

    /// <summary>Behind or before a measure, words that add nothing to it.</summary>
    static readonly WordList Plain = WordList.Embedded("Tables.plain.tsv");

    public static ColumnMeaning Read(string heading, string group, TableUnits units)
    {
        foreach (var lead in (ReadOnlySpan<string>)["其中：", "其中", "#"])
            if (heading.Length > lead.Length && heading.StartsWith(lead, StringComparison.Ordinal))
                heading = heading[lead.Length..];
        // 上月=100
        if (heading.Contains("=100", StringComparison.Ordinal) || group.Contains("=100", StringComparison.Ordinal))
            return new(Level, (Quantities.Unit.One, 0), "", false, true);
        var words = Unbracketed(heading).TrimEnd('%');
        var unit = units.Bracketed(heading) ?? (heading.EndsWith('%') ? (Quantities.Unit.Percent, 0) : units.Bracketed(group));
        if (TableWords.IsRank(words) || TableWords.IsSerial(words) || TableWords.IsRank(Unbracketed(group)) || words is "备注" or "说明" or "计划" && unit is null)
            return new(Level, null, "", false, false);
        var said = heading.Contains('±') || heading.Contains("+-", StringComparison.Ordinal) ? words + "±" : words;
        var (measure, cue) = Measured(said, unit?.Unit);
        if (measure.Measure == Claims.Measure.Level && group.Length > 0 && Measured(Unbracketed(group), unit?.Unit).Measure is { Measure: not Claims.Measure.Level } shared && !IsShare(words))
            measure = shared;
        if (measure is { Measure: Claims.Measure.Growth, Basis: null } && group.Length > 0)
            measure = measure with { Basis = Basis(group) };
        var rate = measure.Measure is Claims.Measure.Growth or Claims.Measure.Share;
        // 比上年增减（亿元）, 提高（百分点）: not by how many per cent, but by how much.
        if (measure.Measure == Claims.Measure.Growth && unit is { } stated && stated.Unit.Code is not ("%" or "‰"))
            (measure, rate) = (measure with { Measure = Claims.Measure.Change, Rule = "cell-change" }, false);
        // 涨跌, 增减 without a unit: by how much, in the unit of the level.
        if (measure.Measure == Claims.Measure.Growth && unit is null && heading.IndexOfAny(['幅', '率', '速', '±', '长', '同', '环']) < 0)
            (measure, rate) = (measure with { Measure = Claims.Measure.Change, Rule = "cell-change" }, false);
        var noun = cue > 0 ? words[..cue] : cue == 0 ? "" : words;
        return new(measure, unit, IsPlain(noun) ? "" : noun, rate, true);
    }

    static readonly MeasureReading Level = new(Claims.Measure.Level, null, null, 0, "cell");

    /// <summary>How the words measure, and where the word that says so begins; -1 for a level.</summary>
    static (MeasureReading Measure, int Cue) Measured(string words, Unit? unit)
    {
        if (words.EndsWith("自然增长率", StringComparison.Ordinal))
            return (Level, -1);
        // Labels that hold none of these characters say no change, and need not be asked for each of the words.
        var mayMove = words.AsSpan().ContainsAny(CueStarts);
        var basis = mayMove || unit?.Code == "pp" ? Basis(words) : null;
        foreach (var change in mayMove ? Changes : [])
            if (words.IndexOf(change, StringComparison.Ordinal) is >= 0 and var at && (change is not ("新增" or "净增" or "增加" or "减少") || words.Length - at <= change.Length + 3) && unit?.Code is not "%")
                return (new(Claims.Measure.Change, Direction.Up, basis, 0, "cell-change"), Start(words, at));
        if (words.StartsWith("比年初", StringComparison.Ordinal) || words.StartsWith("较年初", StringComparison.Ordinal) || words.StartsWith("比上年末", StringComparison.Ordinal))
            return unit?.Code is "%" || words.Contains("增长", StringComparison.Ordinal) && unit is null ? (new(Claims.Measure.Growth, Direction.Up, "ytd", 0, "cell-growth"), 0) : (new(Claims.Measure.Change, Direction.Up, "ytd", 0, "cell-change"), 0);
        if (IsShare(words) || unit?.Code == "%" && words.StartsWith('为'))
            return (Level with { Measure = Claims.Measure.Share }, Math.Max(0, Share(words)));
        foreach (var growth in mayMove ? Growths : [])
            if (words.IndexOf(growth, StringComparison.Ordinal) is >= 0 and var at)
                return (new(Claims.Measure.Growth, Direction.Up, basis, 0, "cell-growth"), Start(words, at));
        if (unit?.Code == "pp")
            return (new(Claims.Measure.Change, Direction.Up, basis, 0, "cell-change"), Start(words, words.Length));
        return (Level, -1);
    }

    static bool IsShare(string words) => Share(words) >= 0;

    static int Share(string words)
    {
        foreach (var share in Shares)
            if (share == "占" ? words.StartsWith('占') : words.EndsWith(share, StringComparison.Ordinal))
                return share == "占" ? 0 : Math.Max(0, words.IndexOf('占') is >= 0 and var at ? at : words.Length - share.Length);
        return -1;
    }

    /// <summary>比上年…增长: the cue begins with what it is against.</summary>
    static int Start(string words, int cue)
    {
        foreach (var against in (ReadOnlySpan<string>)["比上", "较上", "比去年", "较去年", "同比", "环比", "比年初", "较年初", "比2", "当年", "本年", "为上年"])
            if (words.IndexOf(against, StringComparison.Ordinal) is >= 0 and var at && at < cue)
                return at;
        return cue;
    }

    static string? Basis(string words) =>
        words.Contains("年初", StringComparison.Ordinal) || words.Contains("比上年末", StringComparison.Ordinal) || words.Contains("较上年末", StringComparison.Ordinal) ? "ytd"
        : words.Contains("环比", StringComparison.Ordinal) || words.Contains("比上月", StringComparison.Ordinal) || words.Contains("较上月", StringComparison.Ordinal) || words.Contains("比上季", StringComparison.Ordinal) ? "mom"
        : words.Contains("同比", StringComparison.Ordinal) || words.Contains("上年", StringComparison.Ordinal) || words.Contains("去年", StringComparison.Ordinal) || words.Contains("同期", StringComparison.Ordinal) || words.Contains('±') ? "yoy" : null;

    /// <summary>The words before what stands in brackets at the end: 年末数（万人）.</summary>
    public static string Unbracketed(string heading)
    {
        var open = heading.LastIndexOf('（');
        if (open == 0 && heading[^1] is '）')
            return "";
        if (open > 0 && heading[^1] is '）' && heading[open..].IndexOf('）') == heading.Length - open - 1)
            return heading[..open];
        return open < 0 && heading.LastIndexOfAny(['，', ',']) is > 0 and var comma && heading[^1] is not (']' or '）') ? heading[..comma] : heading;
    }

    /// <summary>Whether nothing is left of the words without dates and the plain words.</summary>
    static bool IsPlain(string words)
    {
        for (var at = 0; at < words.Length;)
        {
            if (char.IsAsciiDigit(words[at]))
            {
                var end = at;
                while (end < words.Length && (char.IsAsciiDigit(words[end]) || words[end] is '—' or '-' or '~' or '/' or '.')) end++;
                if (end < words.Length && (words[end] is not ('年' or '月' or '日' or '季') || words[end] == '年' && end - at < 4) || end == words.Length && end - at < 4)
                    return false;
                at = Math.Min(words.Length, end + 1);
                continue;
            }
            if (Plain.MatchStart(words.AsSpan(at)) is not (> 0 and var plain))
                return false;
            at += plain;
        }
        return true;
    }

    /// <summary>The words behind a date that a heading opens with: 2023年产量.</summary>
    public static string Undated(string words)
    {
        var at = 0;
        while (at < words.Length)
        {
            var end = at;
            while (end < words.Length && (char.IsAsciiDigit(words[end]) || words[end] is '—' or '-' or '~')) end++;
            if (end == at || end >= words.Length || words[end] is not ('年' or '月' or '日') || words[end] == '年' && end - at < 4)
                break;
            at = end + 1;
        }
        while (at > 0 && at < words.Length && words[at] is '末' or '底' or '份') at++;
        return at + 2 < words.Length && words.AsSpan(at, 2) is "本周" or "上周" or "本月" or "上月" or "本期" or "上期" or "今日" or "昨日" ? words[(at + 2)..] : words[at..];
    }
}
