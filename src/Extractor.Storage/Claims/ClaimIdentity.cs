using System.Security.Cryptography;
using System.Text;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Core.Opinions;
using Extractor.Core.Text;

namespace Extractor.Storage.Claims;

/// <summary>What tells claims apart: never a counter, so that the same ruleset gives the same keys on every machine.</summary>
static class ClaimIdentity
{
    /// <summary>Span and content: stays when a later ruleset is only surer of it or explains it otherwise.</summary>
    public static Guid Key(Claim claim) => Hashed(Content(claim));

    /// <summary>The whole row: tells whether anything at all differs.</summary>
    public static Guid Digest(Claim claim) => Hashed(
        Content(claim)
            .Append(claim.Article, claim.Sentence, claim.IndicatorSpan, claim.PeriodSpan, claim.ScopeSpan)
            .Append('\u001f').Append(string.Join(' ', claim.Rules))
            .Append('\u001f').Append(FormattableString.Invariant($"{claim.Confidence:0.00}"))
            .Append(claim.IndicatorId is { } id ? '\u001f' + id : "")
            .Append(claim.SecondOpinion is { } opinion ? '\u001e' + opinion.Code() : ""));

    /// <summary>All that a check says, of which claims.</summary>
    public static Guid Key(Check check, IEnumerable<Guid> claims) => Hashed(new StringBuilder()
        .Append(check.Kind.Code()).Append('\u001f').AppendJoin(' ', claims.Select(claim => claim.ToString("N")))
        .Append('\u001f').AppendJoin('\u001f', check.Outcome.Code(), check.Expected, check.Found, check.Tolerance, check.Unit, check.Explanation));

    public static byte[] Digest(IEnumerable<Guid> rows, IEnumerable<Article> articles, IEnumerable<Guid> checks)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Order())
            text.Append(row.ToString("N"));
        foreach (var article in articles)
            text.Append(article.Span, article.Headline);
        foreach (var check in checks.Order())
            text.Append('\u001f').Append(check.ToString("N"));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    static StringBuilder Content(Claim claim)
    {
        var text = new StringBuilder().Append(claim.Span);
        foreach (var field in (ReadOnlySpan<string?>)[
            claim.Text, claim.Value, claim.Low, claim.High, claim.Unit, claim.Qualifier.Code(), claim.Indicator,
            claim.Measure.Code(), claim.Direction?.Code(), claim.Basis, claim.Period?.ToString(), claim.Scope,
            claim.ScopeCode, claim.Status.Code()])
            text.Append('\u001f').Append(field ?? "\u0000");
        return text;
    }

    static StringBuilder Append(this StringBuilder text, params ReadOnlySpan<TextSpan?> spans)
    {
        foreach (var span in spans)
            text.Append('\u001f').Append(span is { } s ? s.ToString() : "\u0000");
        return text;
    }

    static Guid Hashed(StringBuilder text) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16), bigEndian: true);
}
