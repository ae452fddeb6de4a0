using System.Buffers;
using Extractor.Core.Claims;
using Extractor.Storage.Checks;

namespace Extractor.Storage.Claims;

/// <summary>What was read out of one version of a document, made ready to be stored: keyed, and each row once.</summary>
public sealed class Findings
{
    public Findings(Guid document, byte[] version, Extraction extraction)
    {
        (Document, Version, Articles) = (document, version, extraction.Articles);
        var buffer = new ArrayBufferWriter<byte>(512);
        var rows = extraction.Claims.Select(claim => new ClaimRow(document, version, claim, buffer)).ToArray();
        Claims = [.. rows.DistinctBy(row => row.Key)];
        Checks = [.. extraction.Checks
            .Select(check => new CheckRow(document, check, [.. check.Claims.Select(index => rows[index].Key)]))
            .DistinctBy(row => row.Key)];
        Digest = ClaimIdentity.Digest(Claims.Select(row => row.Digest), Articles, Checks.Select(row => row.Key));
    }

    public Guid Document { get; }

    public byte[] Version { get; }

    /// <summary>How many claims.</summary>
    public int Count => Claims.Count;

    internal IReadOnlyList<Article> Articles { get; }

    internal IReadOnlyList<ClaimRow> Claims { get; }

    internal IReadOnlyList<CheckRow> Checks { get; }

    /// <summary>Of all of it; the receipt keeps it.</summary>
    public byte[] Digest { get; }
}
