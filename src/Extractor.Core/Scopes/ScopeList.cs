using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Looks at the scopes of a sentence together: lists, examples and brackets.</summary>
static class ScopeList
{
    const int LongestList = 60, MostMembers = 12;

    /// <summary>Several places in a list are their common parent: 罗平、师宗、陆良 → 曲靖市.</summary>
    public static List<ScopeMention> Merge(Gazetteer gazetteer, string text, List<ScopeMention> found)
    {
        found.RemoveAll(mention => IsExample(text, mention.Span.End));
        // 38人死亡（其中四川32人，云南6人），1人失踪: what stands in brackets holds there only.
        for (var i = 0; i < found.Count; i++)
            if (found[i] is { IsTopic: true } or { Holds: true } && IsBracketed(text, found[i].Span))
                found[i] = found[i] with { IsTopic = false, Holds = false };
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (first, second) = (found[i], found[i + 1]);
            if (first.Code is null || second.Code is null || second.Span.Start < first.Span.End || text.AsSpan(first.Span.End, second.Span.Start - first.Span.End) is not ("、" or "和" or "与" or "及"))
                continue;
            var parent = first.Code[..2] != second.Code[..2] ? null : gazetteer.ByCode(first.Code[..4] == second.Code[..4] && first.Code[4..] != "00" ? first.Code[..4] : first.Code[..2]);
            if (parent is null)
                parent = Place.China;
            found[i] = new(new(first.Span.Start, second.Span.End), parent.Name, parent.FullCode, first.IsTopic, Holds: first.Holds) { Members = second.Members is { Count: >= MostMembers } many ? many : [first, .. second.Members ?? [second]] };
            found.RemoveAt(i + 1);
        }
        return found;
    }

    static bool IsBracketed(string text, TextSpan span)
    {
        var before = text.AsSpan(Math.Max(0, span.Start - LongestList), Math.Min(span.Start, LongestList));
        return before.LastIndexOf('（') > before.LastIndexOf('）');
    }

    /// <summary>设吉林、蛟河西、敦化等9座车站: the places are those of what is counted.</summary>
    static bool IsExample(string text, int end)
    {
        var rest = text.AsSpan(end, Math.Min(LongestList, text.Length - end));
        if (rest.IsEmpty || rest[0] is not ('、' or '和' or '与' or '及'))
            return false;
        var etc = rest.IndexOf('等');
        return etc > 0 && etc + 1 < rest.Length && NumberReader.Starts.Contains(rest[etc + 1]) && !rest[..etc].ContainsAny('，', '。', '；');
    }
}
