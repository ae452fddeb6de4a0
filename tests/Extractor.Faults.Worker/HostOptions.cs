using System.Globalization;
using System.Text.Json;

namespace Extractor.Faults;

/// <summary>How the host works, handed over as JSON in one argument.</summary>
public sealed record HostOptions
{
    public string Database { get; init; } = "";

    /// <summary>«work», «ingest» or «reextract».</summary>
    public string Verb { get; init; } = "work";

    public string Ruleset { get; init; } = "r1";

    public bool Drain { get; init; }

    public int Lanes { get; init; } = 2;

    public int Batch { get; init; } = 8;

    /// <summary>So long every page takes at least, as if it were a big one; without it two thousand are gone before a fault has happened.</summary>
    public double PaceMilliseconds { get; init; }

    public double LeaseSeconds { get; init; } = 2;

    public double HeartbeatSeconds { get; init; } = 0.4;

    public double BudgetSeconds { get; init; } = 120;

    public double KeepSettledSeconds { get; init; } = 3600;

    public int Attempts { get; init; } = 5;

    public int Crashes { get; init; } = 4;

    /// <summary>Pages that «ingest» brings in.</summary>
    public int Documents { get; init; }

    /// <summary>A culture for all threads; the invariant one where not said.</summary>
    public string? Culture { get; init; }

    public string ToArgument() => JsonSerializer.Serialize(this);

    public static HostOptions Parse(string argument) => JsonSerializer.Deserialize<HostOptions>(argument)!;

    public CultureInfo FindCulture() => Culture is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(Culture);
}
