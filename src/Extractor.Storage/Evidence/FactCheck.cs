using Extractor.Core;
using Extractor.Core.Claims;
using Extractor.Core.Comparisons;
using Extractor.Core.Documents;
using Npgsql;

namespace Extractor.Storage.Evidence;

/// <summary>Reads the claims of a pasted text and holds the published ones against them. Only reads.</summary>
public sealed class FactCheck(NpgsqlDataSource db)
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestText = 64 * 1024;

    public const int MostClaims = 100;

    public const int MostEvidence = 20;

    /// <summary>What the pasted text is called where a document's name is asked for.</summary>
    public const string Document = "text";

    public const int LongestRegion = 100;

    /// <param name="published">The day against which 今年 and 上月 resolve.</param>
    /// <param name="region">What 全区, 我市 mean where the text does not say: 西藏自治区.</param>
    /// <exception cref="ArgumentException">The text is longer than <see cref="LongestText"/>, or the region than 100 characters.</exception>
    public async Task<CheckedText> RunAsync(string text, DateOnly? published, string? region, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            throw new ArgumentException($"the text is longer than {LongestText} characters; check it in parts", nameof(text));
        if (region?.Length > LongestRegion)
            throw new ArgumentException($"the region is longer than {LongestRegion} characters", nameof(region));
        var facts = new DocumentFacts(Document, Region: string.IsNullOrWhiteSpace(region) ? null : Storable(region.Trim()), Published: published);
        var claims = ClaimExtractor.Default.Extract(Storable(text), facts).Claims;
        var found = new List<CheckedClaim>();
        if (claims.Count > 0)
        {
            await using var connection = await db.OpenConnectionAsync(ct);
            foreach (var claim in claims.Take(MostClaims))
                found.Add(await CheckAsync(connection, claim, ct));
        }
        return new(ClaimExtractor.Default.Ruleset, found, Math.Max(0, claims.Count - MostClaims));
    }

    static async Task<CheckedClaim> CheckAsync(NpgsqlConnection connection, Claim claim, CancellationToken ct)
    {
        if (IndicatorSearch.Of(claim) is not { } search)
            return new(claim, Judgement.Of([]), []);
        var ranked = Rank(claim, await EvidenceStore.FindAsync(connection, claim, search.Id, search.Names, ct));
        // Names that are only like it cannot say more than the same name does.
        if (!ranked.Exists(item => item.Comparison.IsComparable))
        {
            var names = (await EvidenceStore.FindNamesAsync(connection, search, ct)).Except(search.Names).ToList();
            if (names.Count > 0)
                ranked = Rank(claim, [.. ranked.Select(item => item.Stored), .. await EvidenceStore.FindAsync(connection, claim, null, names, ct)]);
        }
        // All are heard, the closest are shown, and always what decided.
        var judgement = Judgement.Of(ranked.ConvertAll(item => item.Comparison));
        if (judgement.Decided is { } decided && decided >= MostEvidence)
        {
            ranked.Insert(MostEvidence - 1, ranked[decided]);
            judgement = judgement with { Decided = MostEvidence - 1 };
        }
        var shown = ranked.Take(MostEvidence).ToList();
        var sentences = await EvidenceStore.ReadSentencesAsync(connection, shown.ConvertAll(item => item.Stored), ct);
        return new(claim, judgement, [.. shown.Zip(sentences, (item, sentence) => new EvidenceClaim(item.Stored, item.Comparison, sentence))]);
    }

    static List<(FoundClaim Stored, Comparison Comparison)> Rank(Claim claim, IReadOnlyList<FoundClaim> candidates)
    {
        var pairs = new List<(FoundClaim Stored, Comparison Comparison)>();
        // A headline and the body that repeat a figure are one source.
        foreach (var stored in candidates.OrderByDescending(stored => stored.Claim.Confidence).ThenBy(stored => stored.DocumentId).ThenBy(stored => stored.Claim.Span.Start)
            .DistinctBy(stored => (stored.DocumentId, stored.Claim.Value, stored.Claim.Low, stored.Claim.High, stored.Claim.Unit, stored.Claim.Qualifier, stored.Claim.IndicatorId ?? stored.Claim.Indicator,
                stored.Claim.Direction, stored.Claim.Basis, stored.Claim.Period, stored.Claim.Scope, stored.Claim.Status)))
            if (Comparison.Of(claim, stored.Claim) is { } comparison)
                pairs.Add((stored, comparison));
        return [.. EvidenceRank.Order(pairs, pair => pair.Comparison, pair => pair.Stored.Claim, pair => pair.Stored.Published)];
    }

    /// <summary>Without what PostgreSQL stores no text with: NUL and lone surrogates, each replaced by one character, so that offsets stay.</summary>
    static string Storable(string text)
    {
        if (!text.AsSpan().Contains('\0') && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return text;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var at = 0; at < source.Length; at++)
            {
                var isPaired = char.IsHighSurrogate(source[at]) && at + 1 < source.Length && char.IsLowSurrogate(source[at + 1])
                    || char.IsLowSurrogate(source[at]) && at > 0 && char.IsHighSurrogate(source[at - 1]);
                span[at] = source[at] == '\0' || char.IsSurrogate(source[at]) && !isPaired ? '\ufffd' : source[at];
            }
        });
    }
}
