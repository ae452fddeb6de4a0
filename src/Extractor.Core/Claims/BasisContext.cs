using Extractor.Core.Measures;
using Extractor.Core.Quantities;

namespace Extractor.Core.Claims;

/// <summary>Against what changes are that do not say it: as the sentence said last, else the paragraph, else the document (下同).</summary>
sealed class BasisContext
{
    string? _sentence, _paragraph;

    /// <summary>«较去年同期（下同）»: holds for the rest of the document.</summary>
    string? _document;

    bool _isNoted, _rateSinceJanuary;

    public void OpenParagraph() => _paragraph = null;

    public void OpenSentence() => (_sentence, _isNoted, _rateSinceJanuary) = (null, false, false);

    /// <summary>Gives a change or growth its basis, and keeps it for those that follow.</summary>
    /// <param name="isFromLastYear">Whether the figure is the second of 由去年的…提高到….</param>
    /// <param name="isForAll">Whether the words before it say 下同.</param>
    public MeasureReading Complete(MeasureReading measure, Quantity quantity, Draft? previous, bool isFromLastYear, bool isForAll)
    {
        // 比年初增加215.6亿元；贷款增长14.6%: an amount since January says nothing of a rate.
        var isOnlyAmount = measure.Measure == Measure.Growth && _sentence == "ytd" && !_rateSinceJanuary && previous?.Measure.Measure is not (Measure.Change or Measure.Growth);
        measure = Inherit(measure, quantity, previous, isOnlyAmount ? null : _sentence);
        _sentence = isFromLastYear ? "yoy" : measure.Basis ?? _sentence;
        _rateSinceJanuary |= measure is { Measure: Measure.Growth, Basis: "ytd" };
        if (measure is { Measure: Measure.Growth, Basis: null, Rule: not "gap" })
            measure = measure with { Basis = _paragraph ?? _document };
        // 增长18.3%，环比下降7.2%: what a sentence says second is not what the next one goes on with.
        if (measure is { Measure: Measure.Growth, Rule: not "gap" } or { Measure: Measure.Change, Basis: "yoy" } && !_isNoted)
            (_paragraph, _isNoted) = (measure.Basis is "yoy" or "mom" ? measure.Basis : null, true);
        if (measure.Basis is { } stated && isForAll)
            _document = stated;
        return measure;
    }

    static MeasureReading Inherit(MeasureReading measure, Quantity quantity, Draft? previous, string? basis)
    {
        if (measure.Rule == "reached" && previous?.Measure.Measure == Measure.Share && previous.Quantity.Unit.Code == quantity.Unit.Code)
            return measure with { Measure = Measure.Share };
        return measure is { Measure: Measure.Growth or Measure.Change, Basis: null, Rule: not "gap" } ? measure with { Basis = basis } : measure;
    }
}
