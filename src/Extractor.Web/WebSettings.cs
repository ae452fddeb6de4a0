namespace Extractor.Web;

/// <summary>What can be set of the server.</summary>
public sealed record WebSettings
{
    public static WebSettings Default { get; } = new();

    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8080"];

    /// <summary>Who writes must show it. Null: nobody may write.</summary>
    public string? Token { get; init; }

    /// <summary>Whether reading needs no token.</summary>
    public bool OpenReads { get; init; } = true;

    /// <summary>Origins of other sites whose scripts may read, <c>*</c> for all; none where empty.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>The longest body that brings a document in, in bytes.</summary>
    public int MaxBody { get; init; } = 8 * 1024 * 1024;

    public int MaxConnections { get; init; } = 1000;

    /// <summary>A request that takes longer is given up; exports are not under it.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often one address may ask for a check in a minute.</summary>
    public int ChecksPerMinute { get; init; } = 60;
}
