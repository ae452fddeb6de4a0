using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Reads countries that figures are about, told from those that are only partners by the 60 characters of their clause.</summary>
/// <param name="isLocal">Whether the publication is one of a region, in which all countries are abroad.</param>
sealed class CountryReader(CountryLexicon countries, bool isLocal)
{
    const int LongestPartner = 12, LongestClause = 60;

    static readonly WordList Partners = WordList.Embedded("Scopes.reports.tsv", "partner", "announce", "dealing", "act");

    /// <summary>A country that a clause opens with, or in which something happened. One that is traded with is the indicator's.</summary>
    public bool TryRead(string text, int at, TextSpan within, bool opens, out ScopeMention mention)
    {
        mention = default;
        if (at > within.Start && !(text[at - 1] == '在' || opens && text[at - 1] != '、'))
            return false;
        if (countries.Match(text.AsSpan(at, within.End - at), out var country) is not (> 0 and var length))
            return false;
        var after = text.AsSpan(at + length, Math.Min(LongestPartner, within.End - at - length));
        if (after.IsEmpty || after[0] is '、' or '和' or '籍' or '语' || after.StartsWith("企业") || after.StartsWith("客"))
            return false;
        var clause = text.AsSpan(at, Math.Min(LongestClause, within.End - at));
        mention = new(new(at, at + length), country.Name, country.Code, opens, IsForeign: Partners.IsIn(clause) || isLocal, Holds: true);
        return true;
    }
}
