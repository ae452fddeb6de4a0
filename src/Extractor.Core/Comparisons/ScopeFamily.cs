using Extractor.Core.Claims;
using Extractor.Core.Scopes;

namespace Extractor.Core.Comparisons;

/// <summary>The names of a scope and of its neighbours up and down, to look claims up by.</summary>
/// <param name="Same">By which the scope itself goes; empty where it is not said.</param>
/// <param name="Above">What contains it, up to 全国.</param>
/// <param name="Below">What it is divided into.</param>
public sealed record ScopeFamily(IReadOnlyList<string> Same, IReadOnlyList<string> Above, IReadOnlyList<string> Below)
{
    public static ScopeFamily Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Scope is not { } name)
            return new([], [], []);
        var division = Division.Of(name, claim.ScopeCode);
        if (division.Prefix is not { } prefix)
            return new([name], [], []);
        var gazetteer = Gazetteer.Default;
        var above = new List<string>();
        for (var length = division.IsWhole ? prefix.Length - 2 : prefix.Length; length >= 2; length -= 2)
            if (length <= 6 && gazetteer.ByCode(prefix[..length]) is { } place)
                above.Add(place.Name);
        if (prefix.Length > 0)
            above.Add(Place.China.Name);
        var own = division.IsWhole && prefix.Length > 0 ? gazetteer.ByCode(prefix)?.Name : null;
        return new(own is null || own == name ? [name] : [name, own], above, division.IsWhole ? [.. gazetteer.Below(prefix).Select(place => place.Name)] : []);
    }
}
