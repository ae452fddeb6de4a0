using System.Buffers;
using Extractor.Core.Indicators;
using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Reads works that a clause opens with, and that its figures are about (赣深高铁全长…, 扎龙自然保护区接待…): a stem of two to eight characters and what kind of work it is.</summary>
static class FacilityReader
{
    internal const int LongestStem = 8;

    const int ShortestStem = 2;

    static readonly WordList Kinds = Words("facility"), Generic = Words("generic"), Others = Words("not");

    /// <summary>No name of a work holds them: a phrase begins or ends there.</summary>
    static readonly SearchValues<char> Ends = SearchValues.Create("的在和与对将已了个座条从是为有等到至年月日经通沿使");

    /// <summary>With one of these the kind of a work begins.</summary>
    public static IEnumerable<string> KindWords => Kinds.Words;

    /// <summary>Asked only where a clause opens.</summary>
    public static bool TryRead(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        if (at > within.Start && text[at - 1] == '、')
            return false;
        var rest = text.AsSpan(at, within.End - at);
        if (Generic.Starts(rest) || IndicatorWords.Verbs.MatchStart(rest, out _) > 0)
            return false;
        for (var stem = 0; stem <= LongestStem && stem < rest.Length && Glyph.IsHan(rest[stem]); stem++)
        {
            if (stem >= ShortestStem && Kinds.MatchStart(rest[stem..]) is > 0 and var kind)
            {
                var end = stem + kind;
                // 铁路 and 高速 begin many longer nouns; 等 makes it an example.
                if (end < rest.Length && (Others.Starts(rest[end..]) || rest[end] is '、' or '和' or '与' or '等') || Generic.Starts(rest[(stem - ShortestStem)..]))
                    return false;
                mention = new(new(at, at + end), text.Substring(at, end), null, IsTopic: false);
                return true;
            }
            if (Ends.Contains(rest[stem]))
                return false;
        }
        return false;
    }

    static WordList Words(string kind) => WordList.Embedded("Scopes.facilities.tsv", kind, "facility", "generic", "not");
}
