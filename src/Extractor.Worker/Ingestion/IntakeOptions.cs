using Extractor.Core.Documents;

namespace Extractor.Worker.Ingestion;

/// <summary>How documents are brought in.</summary>
public sealed record IntakeOptions
{
    /// <summary>The collection; a document is then known by its path below the argument, else by its full path.</summary>
    public string? Source { get; init; }

    /// <summary>The charset of all inputs; found out where null.</summary>
    public string? Charset { get; init; }

    /// <summary>The largest page, and the longest line of JSON Lines.</summary>
    public int MaxSize { get; init; } = ByteSize.Default;

    /// <summary>The publishers' rows, which come before all other facts.</summary>
    public Func<string, DocumentFacts> Facts { get; init; } = document => new(document);

    public PathPattern? Pattern { get; init; }
}
