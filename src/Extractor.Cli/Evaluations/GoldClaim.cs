using Extractor.Core.Text;

namespace Extractor.Cli.Evaluations;

/// <summary>An annotated claim. Lists hold alternatives that are all right; a null list takes any answer (<c>"*"</c> in the file).</summary>
/// <param name="IsOptional">May be found or not, and is not scored; its other fields may be missing.</param>
/// <param name="IsTable">Stands in a table.</param>
sealed record GoldClaim(string Document, TextSpan Span, string Text, bool IsOptional, bool IsTable)
{
    public string? Value { get; init; }

    public string? Low { get; init; }

    public string? High { get; init; }

    public string Unit { get; init; } = "";

    public string Qualifier { get; init; } = "";

    /// <summary>The nouns that an answer must hold.</summary>
    public IReadOnlyList<string?>? Indicator { get; init; } = [];

    /// <summary>The longest phrases that an answer may be a part of.</summary>
    public IReadOnlyList<string?> Within { get; init; } = [];

    public IReadOnlyList<string?> Measure { get; init; } = [];

    /// <summary>Null takes any, except where the measure is level alone: then there must be none.</summary>
    public string? Direction { get; init; }

    /// <summary>Null takes any, as for <see cref="Direction"/>.</summary>
    public string? Basis { get; init; }

    /// <summary>Null in the list stands for «no period».</summary>
    public IReadOnlyList<GoldPeriod?>? Period { get; init; } = [];

    public IReadOnlyList<string?>? Scope { get; init; } = [];

    public IReadOnlyList<string?>? Status { get; init; } = [];
}
