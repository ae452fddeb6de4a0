using Extractor.Core.Claims;

namespace Extractor.Core.Comparisons;

/// <summary>How two places or organisations lie to each other: by the code of GB/T 2260, else by name.</summary>
static class ScopeComparison
{
    public static ScopeRelation Of(string? pasted, string? pastedCode, string? stored, string? storedCode)
    {
        if (pasted is null || stored is null)
            return ScopeRelation.Unstated;
        if (pasted == stored)
            return ScopeRelation.Same;
        var (one, other) = (Division.Of(pasted, pastedCode), Division.Of(stored, storedCode));
        if (one.Prefix is null || other.Prefix is null)
            return ScopeRelation.Apart;
        if (one.Prefix == other.Prefix)
            // An organisation of a place is within it; two of one place are two.
            return (one.IsWhole, other.IsWhole) switch
            {
                (true, true) => ScopeRelation.Same,
                (true, false) => ScopeRelation.Contains,
                (false, true) => ScopeRelation.Contained,
                _ => ScopeRelation.Apart,
            };
        if (one.IsWhole && other.Prefix.StartsWith(one.Prefix, StringComparison.Ordinal))
            return ScopeRelation.Contains;
        return other.IsWhole && one.Prefix.StartsWith(other.Prefix, StringComparison.Ordinal) ? ScopeRelation.Contained : ScopeRelation.Apart;
    }

    public static ScopeRelation Of(Claim pasted, Claim stored) => Of(pasted.Scope, pasted.ScopeCode, stored.Scope, stored.ScopeCode);
}
