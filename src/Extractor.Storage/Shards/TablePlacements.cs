namespace Extractor.Storage.Shards;

/// <summary>What <c>migrate --citus</c> makes of each table of the schema <c>public</c>. A new table gets a row here; a test names the one that lacks it.</summary>
public static class TablePlacements
{
    /// <summary>What refers stands behind what it refers to.</summary>
    public static IReadOnlyList<(string Table, Placement Placement)> All { get; } =
    [
        ("rulesets", Placement.Reference),
        ("runs", Placement.Reference),
        ("publication", Placement.Reference),
        ("indicators", Placement.Reference),

        ("documents", Placement.Distributed),
        ("document_versions", Placement.Distributed),
        ("articles", Placement.Distributed),
        ("claims", Placement.Distributed),
        ("checks", Placement.Distributed),
        ("receipts", Placement.Distributed),

        // Rows are taken with «for update skip locked» by whoever comes first, which no shard can tell alone.
        ("jobs", Placement.Local),
        // New names come with nearly every page: on every node each would be a commit in two phases. They are searched
        // by themselves, never joined.
        ("indicator_names", Placement.Local),
        ("scope_names", Placement.Local),
        ("erasures", Placement.Local),
        ("feeds", Placement.Local),
        ("schedule_firings", Placement.Local),
        ("schema_migrations", Placement.Local),
    ];

    public static Placement Of(string table) => All.First(known => known.Table == table).Placement;

    /// <summary>Whether Citus keeps a foreign key from one table to the other. To all of a distributed one, it does so by <c>document_id</c> only.</summary>
    public static bool CanRefer(Placement from, Placement to) => (from, to) switch
    {
        (Placement.Local, Placement.Local) => true,
        // Citus would take the table over for the sake of the key, and read and write it by its own planner.
        (Placement.Local, _) => false,
        (Placement.Reference, Placement.Reference) => true,
        (Placement.Reference, _) => false,
        (Placement.Distributed, Placement.Local) => false,
        _ => true,
    };
}
