using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Words that say of which place or organisation a figure is, as a span of the view.</summary>
/// <param name="IsTopic">Whether it opens a clause, and so holds for what follows.</param>
/// <param name="IsForeign">A partner abroad: a paragraph that opens with it is still about home.</param>
/// <param name="Holds">Whether it holds for the rest of its sentence though no clause opens with it: 造成全省403.8万人受灾，死亡15人.</param>
readonly record struct ScopeMention(TextSpan Span, string Name, string? Code, bool IsTopic, bool IsForeign = false, bool Holds = false, bool IsRegion = false)
{
    /// <summary>The code of the division that a township or village lies in, where it was said; else null.</summary>
    public string? Container { get; init; }

    /// <summary>The places of a list, in order; null for a single one.</summary>
    public IReadOnlyList<ScopeMention>? Members { get; init; }
}
