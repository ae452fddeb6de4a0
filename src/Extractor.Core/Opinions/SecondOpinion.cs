using Extractor.Core.Claims;
using Extractor.Core.Numbers;
using Extractor.Core.Quantities;

namespace Extractor.Core.Opinions;

/// <summary>Asks another recognizer about the value and unit of each claim. Changes nothing but <see cref="Claim.SecondOpinion"/>.</summary>
public sealed class SecondOpinion(IQuantityRecognizer recognizer)
{
    const string NoUnit = "1";

    public Extraction Ask(string text, Extraction extraction)
    {
        var mentions = recognizer.Recognize(text);
        return extraction with { Claims = [.. extraction.Claims.Select(claim => claim with { SecondOpinion = Of(claim, mentions) })] };
    }

    public static Opinion Of(Claim claim, IReadOnlyList<QuantityMention> mentions)
    {
        var there = mentions.Where(mention => mention.Span.Overlaps(claim.Span)).ToList();
        if (there.Count == 0)
            return Opinion.Silent;
        if (SaysValue(claim, there.FindAll(mention => IsUnit(claim, mention))))
            return Opinion.Agrees;
        return there.TrueForAll(mention => mention.Unit == NoUnit) && SaysDigits(claim, there) ? Opinion.Silent : Opinion.Disagrees;
    }

    // 元 alone is the currency of the place of publication, which the second recognizer is not told.
    static bool IsUnit(Claim claim, QuantityMention mention) => mention.Unit == claim.Unit
        || mention.Unit == "CNY" && claim.Unit is "HKD" or "TWD" or "MOP" && !mention.Text.Contains("人民", StringComparison.Ordinal);

    /// <summary>A range is said by a range or by its two ends: 6% and 8% of 6%—8%.</summary>
    static bool SaysValue(Claim claim, List<QuantityMention> mentions) => claim.Value is { } value
        ? mentions.Exists(mention => DecimalText.Same(mention.Value, value) || DecimalText.Rounds(mention.Value, value))
        : mentions.Exists(mention => DecimalText.Same(mention.Low, claim.Low) && DecimalText.Same(mention.High, claim.High))
            || mentions.Exists(mention => DecimalText.Same(mention.Value, claim.Low)) && mentions.Exists(mention => DecimalText.Same(mention.Value, claim.High));

    // The scale of a table's cell stands in its heading: there 245.36 is 24536000000.
    static bool SaysDigits(Claim claim, List<QuantityMention> mentions) => claim.Value is { } value
        ? mentions.Exists(mention => DecimalText.SameDigits(mention.Value, value) || DecimalText.Rounds(mention.Value, value))
        : mentions.Exists(mention => DecimalText.SameDigits(mention.Value, claim.Low)) && mentions.Exists(mention => DecimalText.SameDigits(mention.Value, claim.High));
}
