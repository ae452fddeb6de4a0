using Extractor.Core.Statuses;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>Whether a figure is done, planned or forecast, by its sentence and by what its part of a report speaks of.</summary>
/// <param name="published">The day of the publication, if known; what lies behind it is planned.</param>
sealed class PlanContext(DateOnly? published)
{
    /// <summary>How far into a sentence 去年 and its like say that it looks back.</summary>
    const int LongestLead = 12;

    static readonly WordList Plans = WordList.Embedded("Claims.plans.tsv", "plan", "review"), Reviews = WordList.Embedded("Claims.plans.tsv", "review", "plan");

    /// <summary>The period planned for, as long as the report speaks of plans.</summary>
    Found<Period>? _plan;

    /// <summary>Whether the sentence holds a word of plans at all, asked once for all its figures.</summary>
    bool _mayLookAhead;

    public void Close() => _plan = null;

    /// <summary>«今年发展主要预期目标是…», «做好以下重点工作»: from here on the report speaks of what is to be done.</summary>
    public void Note(string text, SentenceMentions sentence, bool isHeadline, bool isReport)
    {
        var words = sentence.Span.In(text);
        _mayLookAhead = sentence.Quantities.Count > 0 && StatusReader.Default.MayLookAhead(words);
        if (Reviews.IsIn(words[..Math.Min(words.Length, LongestLead)]))
        {
            _plan = null;
            return;
        }
        if (!Plans.IsIn(words) || words.Contains("完成", StringComparison.Ordinal) && words.Contains("圆满", StringComparison.Ordinal) || published is not { } today)
            return;
        var ahead = sentence.Periods.Find(period => period is { Period: { } p, HasYear: true } && p.End > today);
        if (ahead.Period is { } stated)
            _plan = new(stated, ahead.Span, Reach.Paragraph);
        else if ((isHeadline || isReport && words.Contains("预期目标", StringComparison.Ordinal)) && today.Month <= 4)
            _plan = new(Period.Year(today.Year), sentence.Span, Reach.Article);
    }

    /// <param name="before">The sentence up to the figure.</param>
    /// <returns>The status, and the period: the plan's where the sentence says none.</returns>
    public (Status Status, Found<Period>? Period) For(ReadOnlySpan<char> before, Found<Period>? period)
    {
        var status = Read(before, period);
        if (_plan is not { } plan || period is { Reach: Reach.Sentence } said && said.Value.End < plan.Value.End)
            return (status, period);
        return (status == Status.Actual ? Status.Planned : status, period is { Reach: Reach.Sentence } ? period : plan);
    }

    Status Read(ReadOnlySpan<char> before, Found<Period>? period)
    {
        var status = _mayLookAhead ? StatusReader.Default.Read(before) : Status.Actual;
        // 临时估计为374亿元 of a month gone by is what was counted.
        if (status == Status.Forecast && StatusReader.IsEstimate(before) && period is { } past && published is { } day && past.Value.End < day && !past.Value.IsPoint)
            return Status.Actual;
        return status == Status.Actual && period is { } stated && published is { } today
            && (stated.Value.Start > today || stated.Value.End.Year > today.Year && stated.Value.Start.Year < stated.Value.End.Year) ? Status.Planned : status;
    }
}
