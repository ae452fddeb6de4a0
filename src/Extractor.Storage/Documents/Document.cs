using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Extractor.Core.Documents;

namespace Extractor.Storage.Documents;

/// <summary>One version of a document, as it comes in.</summary>
/// <param name="Source">Whence it comes: <c>files</c>, the name of a feed, a collection.</param>
/// <param name="Uri">Its path or address within the source. Source and URI are what tells documents apart.</param>
/// <param name="Facts">With the name that people see.</param>
public sealed record Document(string Source, string Uri, string Text, DocumentFacts Facts)
{
    /// <summary>The first 128 bits of the hash of source and URI.</summary>
    public Guid Id { get; } = new(Hash(Source, Uri).AsSpan(0, 16), bigEndian: true);

    /// <summary>The hash of text and facts: a corrected page or fact is a new version.</summary>
    public byte[] Version { get; } = Hash(
        Text, Facts.Document, Facts.Publication, Facts.Region, Facts.Published?.ToString("O"));

    public byte[] TextHash { get; } = Hash(Text);

    // Each part is led by its length, so that ("ab", "c") and ("a", "bc") differ; -1 is «not known».
    static byte[] Hash(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}

/// <summary>What putting a document away changed: nothing where it was erased for good before.</summary>
public enum Putting { Same, New, Changed, Erased }
