using System.Text;
using Extractor.Core.Claims;
using Extractor.Core.Numbers;

namespace Extractor.Cli.Evaluations;

/// <summary>Whether a field of a claim is one of those that the annotation takes.</summary>
static class FieldCheck
{
    static readonly HashSet<string> People = ["{名}", "{位}", "{人}", "{口}", "{person}"];

    public static bool Right(Field field, GoldClaim gold, Prediction found) => field switch
    {
        Field.Value when gold.Low is not null || gold.High is not null => DecimalText.Same(gold.Low, found.Low) && DecimalText.Same(gold.High, found.High),
        Field.Value => DecimalText.Same(gold.Value, found.Value),
        Field.Unit => Unit(gold.Unit) == Unit(found.Unit),
        Field.Qualifier => gold.Qualifier == found.Qualifier,
        Field.Indicator => Indicator(gold, found.Claim?.Indicator),
        Field.Measure => Measure(gold, found.Claim),
        Field.Period => gold.Period is null || gold.Period.Any(period => period?.Period == found.Claim?.Period),
        Field.Scope => gold.Scope is null || gold.Scope.Any(scope => Plain(scope) == Plain(found.Claim?.Scope)),
        _ => gold.Status is null || gold.Status.Contains(found.Claim?.Status.Code()),
    };

    static string Unit(string unit) => People.Contains(unit) ? "{person}" : unit;

    /// <summary>A core as it stands, or a phrase that holds a core and whose characters run in order through the widest phrase.</summary>
    static bool Indicator(GoldClaim gold, string? indicator)
    {
        if (gold.Indicator is null)
            return true;
        var found = Plain(indicator);
        if (found.Length == 0)
            return false;
        var cores = gold.Indicator.Select(Plain).ToList();
        return cores.Contains(found)
            || cores.Any(core => found.Contains(core, StringComparison.Ordinal)) && gold.Within.Any(whole => IsSubsequence(found, Plain(whole)));
    }

    static bool Measure(GoldClaim gold, Claim? claim) =>
        claim is not null
        && !(gold.Measure is ["level"] && (claim.Direction is not null || !string.IsNullOrEmpty(claim.Basis)))
        && gold.Measure.Contains(claim.Measure.Code())
        && (gold.Direction is null || gold.Direction == claim.Direction?.Code())
        && (gold.Basis is null || gold.Basis == claim.Basis);

    static bool IsSubsequence(string part, string whole)
    {
        var rest = whole.EnumerateRunes();
        foreach (var rune in part.EnumerateRunes())
        {
            do
            {
                if (!rest.MoveNext())
                    return false;
            }
            while (rest.Current != rune);
        }
        return true;
    }

    /// <summary>Without white space, quotes, brackets, commas and 的, which say nothing about what is meant.</summary>
    static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in text ?? "")
            if (!TrimmedSpan.IsSpace(c) && c is not ('“' or '”' or '"' or '\'' or '‘' or '’' or '（' or '）' or '(' or ')' or '、' or '，' or ',' or '的'))
                plain.Append(c);
        return plain.ToString();
    }
}
