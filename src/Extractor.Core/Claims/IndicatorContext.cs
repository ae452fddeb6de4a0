using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Measures;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>What the article spoke of before a figure, from which elliptic figures take their indicator (…，增长5%；出口增长3%).</summary>
sealed class IndicatorContext(PageView page)
{
    IndicatorText? _topic;
    IReadOnlyList<IndicatorText?> _lastList = [];

    /// <summary>The indicator of the article's last figure that had one.</summary>
    public IndicatorText? Last { get; private set; }

    public void OpenArticle() => Last = null;

    public void OpenSentence() => (_topic, _lastList) = (null, []);

    /// <summary>The indicators of the sentence's last list, where it was as long as this one; else null.</summary>
    public IReadOnlyList<IndicatorText?>? LastList(int count) => count > 1 && _lastList.Count == count ? _lastList : null;

    /// <param name="list">The indicators of a figure, or of each figure of a list.</param>
    /// <param name="indicator">What was read for them together.</param>
    /// <param name="isShared">Whether the members of a list have indicators of their own.</param>
    public void Note(IReadOnlyList<IndicatorText?> list, IndicatorText? indicator, bool isShared, bool isOwn, bool opensSegment)
    {
        _lastList = list;
        // The first figure behind a semicolon says what is spoken of from there on.
        if (isOwn && (_topic is null || opensSegment) && indicator!.Rule is "before")
            _topic = indicator;
        if (indicator is not null)
            Last = isShared ? list[^1] : indicator;
    }

    /// <summary>Completes a phrase that hangs on one before it, or finds it where the figure has none of its own.</summary>
    /// <param name="scopeEnd">Where the last scope before the figure ends; 0 if there is none.</param>
    public IndicatorText? Complete(IndicatorText? indicator, MeasureReading measure, Draft? previous, TextSpan wide, Quantity quantity, int scopeEnd)
    {
        var head = previous?.Indicator ?? Last;
        // 全村573户2158人: nothing but the place before the count.
        if (measure.Rule == "level" && quantity.Unit.Kind == UnitKind.People && scopeEnd == quantity.Lead && scopeEnd > wide.Start && previous is null or { Indicator.Rule: "unit" } && indicator?.Rule != "behind" && IndicatorReader.UnitNoun(page, quantity) is { } inhabitants)
            return inhabitants;
        if (measure.Rule == "level" && quantity.Unit.Kind == UnitKind.People && scopeEnd >= wide.Start && scopeEnd <= quantity.Lead && page.Text.AsSpan(scopeEnd, quantity.Lead - scopeEnd) is "有" or "共有" or "共" or "现有" && IndicatorReader.UnitNoun(page, quantity) is { } people && indicator?.Rule != "behind")
            return people;
        // 41个行业中39个保持增长, 1133个重大项目开工1116个: some of those that were counted.
        if (indicator is { Rule: "predicate" } or { Rule: "before" } && quantity.Unit.Kind == UnitKind.Count && previous is { Indicator: { Rule: "behind" } counted } && previous.Quantity.Unit == quantity.Unit
            && wide.In(page.Text).IndexOfAny('；', '、') < 0 && (indicator.Rule == "predicate" || IndicatorReader.IsVerbs(indicator.Folded)))
            return counted with { Rule = "inherited" };
        if (indicator is null && measure.Rule == "level" && IndicatorReader.UnitNoun(page, quantity) is { } unit
            && (previous is { Quantity.Unit.Kind: UnitKind.Count } or { Indicator.Rule: "unit" } && wide.In(page.Text).Trim("、，").IsEmpty || wide.In(page.Text).TrimStart("，") is "共" or "有" or "共有" or "共计" or "总计" or "辖" or "下辖" or "现辖" or "管辖" or "辖有" or "共辖" || previous is null && wide.In(page.Text).EndsWith("有")))
            return unit;
        if (indicator is null)
            return head is null || previous is null && measure.Measure is Measure.Level && measure.Rule != "reached" ? null : head with { Rule = "inherited" };
        if (previous?.Indicator is { } before && IndicatorReader.IsDependent(indicator.Folded))
        {
            // 种植面积21.3万亩，挂果面积近11万亩，今年产量约1.4万吨: what the sentence is about, not the attribute before.
            var topic = previous.Quantity.Unit.Kind is UnitKind.Count or UnitKind.People || IndicatorReader.IsRate(indicator.Folded) ? before : _topic ?? before;
            return previous.Quantity.Unit.Kind is UnitKind.People && quantity.Unit.Kind is UnitKind.Money ? indicator : IndicatorReader.Depend(topic, indicator, quantity.Unit.Kind == UnitKind.Money);
        }
        if (previous?.Indicator is { } parallel && quantity.Unit.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.Proportion && measure.Measure is Measure.Level or Measure.Growth or Measure.Change)
            indicator = IndicatorReader.TakeHead(indicator, parallel);
        if (previous is { Indicator: { } whole } && IsAlike(previous.Quantity.Unit, quantity.Unit) && measure.Measure == Measure.Level && indicator.Rule == "before")
            return IndicatorReader.TakeWhole(indicator, whole, isBracketed: wide.In(page.Text) is ['（', ..] or ['、', ..] && whole.Rule is "before" or "part");
        return indicator;
    }

    /// <summary>Users are counted in {户}, which only their noun tells from households.</summary>
    static bool IsAlike(Unit whole, Unit part) => whole.Code == part.Code || whole.Code is "{户}" && part.Code is "{household}";

    /// <summary>接待游客5.6万人次，旅游收入460万元，同比分别增长35%和42%: what the sentence's last levels speak of, in order.</summary>
    public static List<IndicatorText>? LastLevels(List<Draft> drafts, TextSpan sentence, int count)
    {
        var levels = new List<IndicatorText>();
        for (var i = drafts.Count - 1; i >= 0 && levels.Count < count && drafts[i].Sentence == sentence; i--)
            if (drafts[i] is { Measure.Measure: Measure.Level, Indicator: { } indicator } && levels.TrueForAll(level => level.Words != indicator.Words))
                levels.Insert(0, indicator);
        return levels.Count < count ? null : levels;
    }
}
