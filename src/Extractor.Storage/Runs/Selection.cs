namespace Extractor.Storage.Runs;

/// <summary>Which documents a re-extraction reads. What is null does not matter.</summary>
/// <param name="All">Also those that this ruleset has read already.</param>
/// <param name="Ruleset">Only what that ruleset read last.</param>
/// <param name="From">The first day of publication.</param>
/// <param name="To">The last one.</param>
/// <param name="Scope">A place or organisation, by name or code: of the document's facts or of a claim that stands.</param>
public sealed record Selection(
    bool All = false, string? Ruleset = null, DateOnly? From = null, DateOnly? To = null, string? Publication = null, string? Scope = null)
{
    /// <summary>In the words of the command: <c>--from 2021-01-01 --scope 西藏自治区</c>.</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        All ? "--all" : null,
        Ruleset is null ? null : $"--ruleset {Ruleset}",
        From is null ? null : $"--from {From:yyyy-MM-dd}",
        To is null ? null : $"--to {To:yyyy-MM-dd}",
        Publication is null ? null : $"--publication {Publication}",
        Scope is null ? null : $"--scope {Scope}",
    }.Where(word => word is not null));
}
