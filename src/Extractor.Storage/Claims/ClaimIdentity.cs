using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Core.Opinions;
using Extractor.Core.Text;

namespace Extractor.Storage.Claims;

/// <summary>What tells claims apart: never a counter, so that the same ruleset gives the same keys on every machine.</summary>
static class ClaimIdentity
{
    // Separators of ASCII, which no field holds.
    const byte Field = 0x1f, Opinion = 0x1e;

    /// <returns>
    /// The key: span and content, which stay when a later ruleset is only surer of the claim or explains it otherwise. And
    /// the digest: of the whole row, which tells whether anything at all differs.
    /// </returns>
    /// <param name="buffer">Written over.</param>
    public static (Guid Key, Guid Digest) Of(Claim claim, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        buffer.Write(claim.Span);
        foreach (var field in (ReadOnlySpan<string?>)[
            claim.Text, claim.Value, claim.Low, claim.High, claim.Unit, claim.Qualifier.Code(), claim.Indicator,
            claim.Measure.Code(), claim.Direction?.Code(), claim.Basis, claim.Period?.ToString(), claim.Scope,
            claim.ScopeCode, claim.Status.Code()])
            buffer.Write(Field, field ?? "\0");
        var key = Hashed(buffer.WrittenSpan);
        foreach (var span in (ReadOnlySpan<TextSpan?>)[claim.Article, claim.Sentence, claim.IndicatorSpan, claim.PeriodSpan, claim.ScopeSpan])
        {
            buffer.Write(Field, span is null ? "\0" : "");
            if (span is { } s)
                buffer.Write(s);
        }
        buffer.Write(Field, string.Join(' ', claim.Rules));
        buffer.Write(Field, claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture));
        if (claim.IndicatorId is { } id)
            buffer.Write(Field, id);
        if (claim.SecondOpinion is { } opinion)
            buffer.Write(Opinion, opinion.Code());
        return (key, Hashed(buffer.WrittenSpan));
    }

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

    static void Write(this ArrayBufferWriter<byte> buffer, TextSpan span)
    {
        Utf8.TryWrite(buffer.GetSpan(32), CultureInfo.InvariantCulture, $"{span.Start}..{span.End}", out var written);
        buffer.Advance(written);
    }

    static void Write(this ArrayBufferWriter<byte> buffer, byte separator, string field)
    {
        buffer.GetSpan(1)[0] = separator;
        buffer.Advance(1);
        Encoding.UTF8.GetBytes(field, buffer);
    }

    static StringBuilder Append(this StringBuilder text, params ReadOnlySpan<TextSpan?> spans)
    {
        foreach (var span in spans)
            text.Append('\u001f').Append(span is { } s ? s.ToString() : "\u0000");
        return text;
    }

    static Guid Hashed(StringBuilder text) => Hashed(Encoding.UTF8.GetBytes(text.ToString()));

    static Guid Hashed(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new(hash[..16], bigEndian: true);
    }
}
