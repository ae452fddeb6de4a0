namespace Extractor.Core.Claims;

/// <summary>How sure a claim is, from how its parts were found: each part that was not said beside the figure costs.</summary>
static class ConfidenceReader
{
    const decimal Top = 0.95m;

    public static decimal Read(Draft draft)
    {
        var confidence = Top;
        confidence *= draft.Indicator?.Rule switch { "before" => 1m, "behind" => 0.95m, "inherited" => 0.9m, "list" or "dependent" => 0.9m, "table" => 0.95m, _ => 0.4m };
        confidence *= draft.Period?.Reach switch { Reach.Sentence or Reach.Header => 1m, Reach.Paragraph => 0.95m, Reach.Article => 0.85m, _ => 0.75m };
        confidence *= draft.Scope?.Reach switch { Reach.Sentence => 1m, Reach.Paragraph => 0.97m, Reach.Article => 0.97m, Reach.Document => 0.95m, _ => 0.6m };
        if (draft.Indicator is { Words.Length: > 16 })
            confidence *= 0.85m;
        if (draft.Quantity.Unit.Code == "1")
            confidence *= 0.7m;
        return Math.Round(confidence, 2);
    }
}
