namespace Extractor.Worker.Ingestion;

/// <summary>How folders are watched.</summary>
public sealed record FolderScanOptions
{
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The facts in these are replaced by those of <see cref="FactsPath"/> where that is given.</summary>
    public IntakeOptions Intake { get; init; } = new();

    /// <summary>The publishers' rows; read anew when the file changes, which brings its documents in anew.</summary>
    public string? FactsPath { get; init; }

    /// <summary>A file counts as finished when two looks so far apart see the same size and time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Nothing is brought in while more jobs than this are ready.</summary>
    public int Backlog { get; init; } = 200_000;
}
