using Extractor.Core;
using Extractor.Core.Claims;
using Extractor.Core.Documents;

namespace Extractor.Faults;

/// <summary>The product's extractor, slower, and deadly where a page says so.</summary>
sealed class Reader(HostOptions options)
{
    public Extraction Read(string text, DocumentFacts facts)
    {
        Poison.Take(facts.Document);
        if (options.PaceMilliseconds > 0)
            Thread.Sleep(TimeSpan.FromMilliseconds(options.PaceMilliseconds));
        var extraction = ClaimExtractor.Default.Extract(text, facts);
        // Another ruleset reads every third page otherwise: it is surer of one claim and does not find another.
        if (options.Ruleset == "r1" || text.Length % 3 != 0 || extraction.Claims.Count < 3)
            return extraction;
        var last = extraction.Claims.Count - 1;
        return extraction with
        {
            Claims = [extraction.Claims[0] with { Confidence = 0.99m }, .. extraction.Claims.Skip(1).SkipLast(1)],
            Checks = [.. extraction.Checks.Where(check => !check.Claims.Contains(last))],
        };
    }
}
