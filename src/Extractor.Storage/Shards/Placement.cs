namespace Extractor.Storage.Shards;

/// <summary>Where the rows of a table stand in a database that is distributed by Citus.</summary>
public enum Placement
{
    /// <summary>On the coordinator alone, a table like any other.</summary>
    Local,

    /// <summary>A copy on every node: small, and seldom written.</summary>
    Reference,

    /// <summary>In shards by <c>document_id</c>, those of a document side by side on one node.</summary>
    Distributed,
}
