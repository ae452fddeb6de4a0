namespace Extractor.Core.Claims;

/// <summary>A headline's figure is said again in the text, with its period and its scope; it takes them from there.</summary>
static class HeadlineEcho
{
    const int MostHeadlines = 40;

    /// <param name="drafts">Of an article; those up to <paramref name="end"/> are of its headlines, and are replaced.</param>
    public static void Fill(List<Draft> drafts, int end)
    {
        for (var i = 0; i < Math.Min(end, MostHeadlines); i++)
        {
            var headline = drafts[i];
            var quantity = headline.Quantity;
            if (headline.Period is { Reach: Reach.Sentence } && headline.Scope is { Reach: Reach.Sentence })
                continue;
            var echo = drafts.FindIndex(end, draft => draft.Quantity.Unit == quantity.Unit && draft.Quantity.Value == quantity.Value && draft.Quantity.Low == quantity.Low);
            if (echo < 0 && headline is { Period: null, Indicator: { } said })
                echo = drafts.FindIndex(end, draft => draft.Quantity.Unit == quantity.Unit && draft.Indicator is { } again && again.Words.EndsWith(said.Words, StringComparison.Ordinal));
            if (echo < 0)
                continue;
            var body = drafts[echo];
            drafts[i] = headline with
            {
                Period = headline.Period is not { Reach: Reach.Sentence } && body.Period is { } period ? period with { Reach = Reach.Article } : headline.Period,
                Scope = headline.Scope is { Reach: Reach.Sentence } || body.Scope is null ? headline.Scope : body.Scope,
                ScopeCode = headline.Scope is { Reach: Reach.Sentence } || body.Scope is null ? headline.ScopeCode : body.ScopeCode,
            };
        }
    }
}
