using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Measures;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>Finds the clause that says what a figure measures: its own, or one of the two before it if no other figure stands between.</summary>
sealed class ClauseReader(PageView page)
{
    readonly IndicatorReader _indicators = new(page);

    /// <param name="wide">The words from the figure before it to its own hedge.</param>
    /// <param name="index">Of the figure in its sentence; <paramref name="last"/> is that of the last one of its list.</param>
    /// <param name="hasContext">Whether the article named an indicator before, of which 占… can be a share.</param>
    /// <returns>The phrase, and where the words behind the figure that it took end; null if there is none.</returns>
    public (IndicatorText? Indicator, int Taken) Read(SentenceMentions sentence, TextSpan wide, MeasureReading measure, int index, int last, bool hasContext)
    {
        var text = page.Text;
        var quantity = sentence.Quantities[index];
        var shared = last > index && wide.In(text).Contains("分别", StringComparison.Ordinal);
        var cue = wide.Start + Math.Min(measure.CueStart, wide.Length);
        var limit = index + 1 < sentence.Quantities.Count ? sentence.Quantities[index + 1].Lead : sentence.Span.End;
        // 10512户49789人受灾: what happened stands behind the last of them.
        if (quantity.Unit.Kind == UnitKind.People && limit == quantity.Span.End && index + 1 < sentence.Quantities.Count && sentence.Quantities[index + 1].Unit.Kind == UnitKind.People
            && BehindPhrase.Read(page, sentence.Quantities[index + 1], index + 2 < sentence.Quantities.Count ? sentence.Quantities[index + 2].Lead : sentence.Span.End, sentence.Dates) is { Event: { } happened })
            return (happened, quantity.Span.End);
        // 户均增收6800元 behind a count of households: the verb is the name.
        var end = measure.Rule == "named-change" && (Clause.IsPerHead(wide.In(text)) || sentence.Quantities.Take(index).All(before => before.Unit.Kind != quantity.Unit.Kind)) ? wide.End : cue;
        var firstTaken = -1;
        var quantitiesBefore = index > 0 && !shared;
        // The clause of the figure, then the one before it, as long as no figure stands between.
        for (var tries = 0; tries < 3; tries++)
        {
            var start = Math.Max(wide.Start, Clause.Start(text, wide.Start, end));
            if (shared && tries == 0)
                start = Clause.ListStart(text, wide.Start, start, last - index + 1);
            var clause = new TextSpan(start, Math.Max(start, end));
            if (measure.Measure is Measure.Share or Measure.Multiple && Clause.ShareCue(clause.In(text)) is >= 0 and var share && (share > 0 || clause.In(text)[0] == '相'))
                clause = clause with { End = clause.Start + share - (share > 0 && clause.In(text)[share - 1] == '所' ? 1 : 0) };
            // 耕地占全省总面积（48.6万平方公里）的2.9%: what stands in the bracket is the whole.
            else if (measure.Measure == Measure.Level && clause.End > 0 && clause.End < text.Length && text[clause.End] == '（' && Clause.ShareCue(clause.In(text)) is >= 0 and var counted)
                clause = clause with { Start = clause.Start + counted + 1 };
            else if (measure.Measure is Measure.Change or Measure.Growth or Measure.Multiple && Clause.Comparison(clause.In(text)) is >= 0 and var compared)
                clause = clause with { End = clause.Start + compared };
            var (indicator, taken) = _indicators.Read(clause, quantity, sentence.Masks, sentence.Dates, tries == 0 ? limit : quantity.Span.End, isOwnClause: tries == 0, isList: last > index);
            if (firstTaken < 0)
                firstTaken = taken;
            // 三市合计占全省进出口的六成: of what it is a share is what it is.
            if (tries == 0 && measure.Measure == Measure.Share && clause.In(text).Contains("合计", StringComparison.Ordinal) && clause.End + 1 < quantity.Lead
                && FrontPhrase.Read(page, new(clause.End + 1, quantity.Lead), sentence.Masks, isOwnClause: true, isList: false) is { } whole)
                return (whole, taken);
            // 占受旱面积94%的农田: the share is that of the noun behind.
            if (measure.Measure == Measure.Share && tries == 0 && indicator?.Folded[0] is '占' && quantity.Span.End < limit && text[quantity.Span.End] == '的'
                && BehindPhrase.Read(page, quantity, limit, sentence.Dates) is { Noun: { } part, IsPredicate: false })
                return (part, part.Span.End);
            // 包括薪俸税、物业税和博彩税，收入分别为…: the members stand in the clause before.
            if (shared && tries == 0 && indicator is not null && indicator.Folded.AsSpan().IndexOfAny("、和与，") < 0 && start > wide.Start
                && FrontPhrase.Read(page, new(Clause.Start(text, wide.Start, start - 1), start - 1), sentence.Masks, isOwnClause: true, isList: true) is { } members
                && IndicatorReader.Members(members.Words, last - index + 1).Count == last - index + 1)
                return (indicator with { Words = members.Words + indicator.Words, Folded = members.Folded + indicator.Folded }, taken);
            if (indicator is not null && !(measure.Measure == Measure.Share && tries == 0 && indicator.Folded[0] == '占' && (hasContext || start > wide.Start)))
                return (indicator, taken);
            // 家电升15.9%；其次是药物，升13.7%: behind a semicolon the clause before is the figure's own.
            if (start <= wide.Start || measure.Measure is Measure.Change or Measure.Growth && tries == 0 && quantitiesBefore && !Clause.OpensSegment(text, wide.Start, start - 1))
                break;
            end = start - 1;
        }
        return (null, Math.Max(firstTaken, quantity.Span.End));
    }
}
