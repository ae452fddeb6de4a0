using System.Globalization;
using Extractor.Storage.Claims;

namespace Extractor.Web.Exports;

/// <summary>How linked data names what an export speaks of: without a host, so that every copy says the same.</summary>
static class ExportName
{
    public static string Document(StoredClaim claim) =>
        Uri.TryCreate(claim.Uri, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : $"urn:uuid:{claim.DocumentId}";

    public static string Claim(StoredClaim claim) => $"urn:extractor:claim:{claim.DocumentId}:{claim.ClaimKey}";

    /// <summary>ISO 8601: a day, or an interval.</summary>
    public static string? Period(StoredClaim claim) => claim.PeriodStart is not { } start || claim.PeriodEnd is not { } end ? null
        : start == end ? end.ToString("O", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{start:O}/{end:O}");

    /// <summary>What stands in the sentence before and after the quote, up to so many characters.</summary>
    public static (string Before, string After) Around(StoredClaim claim, int most)
    {
        var start = Index(claim.Sentence, claim.SpanStart - Math.Max(claim.SentenceStart, claim.SpanStart - ClaimSearch.Around));
        var (before, after) = (claim.Sentence[..start], claim.Sentence[Math.Min(claim.Sentence.Length, start + claim.Quote.Length)..]);
        if (before.Length > most)
            before = before[(before.Length - most - (char.IsLowSurrogate(before[^most]) ? 1 : 0))..];
        if (after.Length > most)
            after = after[..(most + (char.IsLowSurrogate(after[most]) ? 1 : 0))];
        return (before, after);
    }

    static int Index(string text, int points)
    {
        var at = 0;
        for (; points > 0 && at < text.Length; points--)
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        return at;
    }
}
