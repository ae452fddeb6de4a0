using Extractor.Core.Claims;
using Extractor.Core.Indicators;
using Extractor.Core.Text;

namespace Extractor.Core.Statuses;

/// <summary>Reads whether a figure is done, planned or forecast from the sentence before it.</summary>
sealed class StatusReader
{
    const int LongestName = 12, LongestResult = 8;

    /// <summary>How far a word of plans reaches: to the sentence's end, to a clause that says what came of it, or to the next comma.</summary>
    enum Hold { Sentence, Outcome, Clause }

    readonly WordTable<(Status? Status, Hold Hold)> _words;

    /// <summary>The characters at which a word or a clause can begin: all others are passed.</summary>
    readonly CharacterSet _marks = new("“，；已累");

    public static StatusReader Default { get; } = new(LexiconFile.Embedded("Statuses.statuses.tsv"));

    internal StatusReader(LexiconFile file)
    {
        var words = new Dictionary<string, (Status?, Hold)>();
        foreach (var row in file.Rows(columns: 2))
        {
            (Status?, Hold) status = row[0] switch
            {
                "planned" => (Status.Planned, Hold.Sentence), "forecast" => (Status.Forecast, Hold.Sentence), "none" => (null, Hold.Sentence),
                "outlay" => (Status.Planned, Hold.Outcome), "purpose" => (Status.Planned, Hold.Clause),
                _ => throw file.Error(row, $"“{row[0]}” is no status."),
            };
            foreach (var surface in row.Surfaces(1))
                if (!words.TryAdd(surface, status))
                    throw file.Error(row, $"“{surface}” stands twice.");
        }
        _words = new(words);
        foreach (var word in words.Keys)
            _marks.Add(word.AsSpan(0, 1));
    }

    static bool LooksAhead(ReadOnlySpan<char> after) => after.TrimStart('“') is var word && (word.Length < after.Length || IsVerb(after));

    static bool IsVerb(ReadOnlySpan<char> after) => after.IsEmpty || IndicatorWords.Verbs.MatchStart(after, out _) > 1 || IndicatorWords.Stops.MatchStart(after, out var stop) > 0 && stop || Adverbs.Starts(after);

    /// <summary>争取资金9.12亿元: a thing that was got, not something to be done by a time.</summary>
    static bool IsGained(ReadOnlySpan<char> after) => after.Length > 1 && Glyph.IsHan(after[0]) && !Gains.Starts(after) && (after.StartsWith("新增") || !IsVerb(after));

    static readonly WordList Adverbs = WordList.Embedded("Statuses.adverbs.tsv"), Results = WordList.Embedded("Statuses.results.tsv", "result", "past", "now", "time"), Past = WordList.Embedded("Statuses.results.tsv", "past", "result", "now", "time"), Now = WordList.Embedded("Statuses.results.tsv", "now", "result", "past", "time"), Gains = WordList.Embedded("Statuses.results.tsv", "time", "result", "past", "now");

    /// <summary>Whether any figure of the sentence may be planned or forecast; where not, none of them need be read.</summary>
    public bool MayLookAhead(ReadOnlySpan<char> sentence) => _words.IsIn(sentence);

    /// <param name="before">The sentence up to the figure. A completed verb (已, 了) after the word takes it back.</param>
    public Status Read(ReadOnlySpan<char> before)
    {
        var (status, hold) = (Status.Actual, Hold.Sentence);
        // 将由目前的31.6%提升到40%: where it stands.
        if (Now.Ends(before))
            return status;
        for (var at = 0; at < before.Length; at++)
        {
            if (!_marks.Contains(before[at]))
                continue;
            // “千人计划”, “目标”: a name in quotes plans nothing.
            if (before[at] == '“' && before[at..].IndexOf('”') is > 0 and <= LongestName and var close)
            {
                at += close;
                continue;
            }
            // 将8155个村落列入: the figure is what something is done to. 去年拿出475亿元: what is over is no plan.
            if (before[at] is '，' or '；' && Past.Starts(before[(at + 1)..]))
                (status, hold) = (Status.Actual, Hold.Sentence);
            if (before[at] is '，' or '；' && (hold == Hold.Clause || hold == Hold.Outcome && (before[at] == '；' || Results.IsIn(before.Slice(at + 1, Math.Min(before.Length - at - 1, LongestResult))))))
                (status, hold) = (Status.Actual, Hold.Sentence);
            if (_words.MatchStart(before[at..], out var found) is > 0 and var length)
            {
                // 预计将达: the forecast stays one. 将门诊从15间扩建到25间: no verb behind, and so no plan.
                // 青南计划1名: a plan that has a name.
                if (before.Slice(at, length) is "计划" && (at + length == before.Length || char.IsAsciiDigit(before[at + length])) && at > 0 && (Glyph.IsHan(before[at - 1]) || before[at - 1] == '”') && before[at - 1] is not ('年' or '原' or '月' or '度' or '期' or '总' or '拟'))
                {
                    at += length - 1;
                    continue;
                }
                if (found.Status is { } said && !(before.Slice(at, length) is "将" && at + length == before.Length) && !(before.Slice(at, length) is "将" or "要" && !LooksAhead(before[(at + length)..])) && !(before.Slice(at, length) is "争取" && IsGained(before[(at + length)..])) && !(status == Status.Forecast && before.Slice(at, length) is "将" or "要" or "将要"))
                    (status, hold) = (said, found.Hold);
                at += length - 1;
            }
            else if (before[at] is '已' or '累' && at + 1 < before.Length && before[at + 1] is not '赘')
                status = Status.Actual;
        }
        return status;
    }

    /// <summary>临时估计为374亿元: a word that counts what is over, and foretells nothing.</summary>
    public static bool IsEstimate(ReadOnlySpan<char> before) =>
        (before.LastIndexOf("估计") >= 0 || before.LastIndexOf("估算") >= 0 || before.LastIndexOf("推算") >= 0) && before.LastIndexOf("预计") < 0 && before.LastIndexOf("预期") < 0 && before.LastIndexOf("预测") < 0;
}
