using Extractor.Core.Claims;

namespace Extractor.Core.Comparisons;

/// <summary>The reason of a pairing as a sentence, in both languages of the pages.</summary>
static class ComparisonWords
{
    public static string Chinese(Comparison pair, Claim pasted, Claim stored, PrintedNumber printed) => string.Join("；", ((string?[])[
        pair.Indicator switch
        {
            IndicatorRelation.SameId => $"同一指标（{stored.Indicator}）",
            IndicatorRelation.SameName => "指标同名",
            _ => FormattableString.Invariant($"指标名称相近（{pair.Likeness:0.00}）"),
        },
        pair.Scope switch
        {
            ScopeRelation.Same => $"地点相同（{stored.Scope}）",
            ScopeRelation.Contains => $"所写地点包含{stored.Scope}",
            ScopeRelation.Contained => $"{stored.Scope}包含所写地点",
            _ => pasted.Scope is null ? "原文未写地点" : "依据未写地点",
        },
        pair.Period switch
        {
            PeriodRelation.Same => "时期相同",
            PeriodRelation.AtEnd => "一为时段，一为其末",
            PeriodRelation.Contains => "所写时期更长",
            PeriodRelation.Contained => "依据的时期更长",
            PeriodRelation.Overlaps => "时期部分重叠",
            _ => pasted.Period is null ? "原文未写时期" : "依据未写时期",
        },
        pair.Basis == BasisRelation.Unstated ? "一方未写比较基期" : null,
        pair.SameStatus ? null : "一为实际数，一为计划或预测数",
        pair.Closeness switch
        {
            Closeness.Equal => pasted.Qualifier == stored.Qualifier ? "数值相同" : "数值相同，约数用词不同",
            Closeness.Rounded => $"依据四舍五入到所印末位{Place(printed.Place)}后相同",
            Closeness.Hedged => "在约数或区间之内",
            _ => pair.IsCoarser ? $"依据{pair.Difference?.Words}，其所印位数较少，在该位上相同" : pair.Difference is { } gap ? $"依据{gap.Words}" : "约数用词相反",
        },
    ]).Where(part => part is not null));

    public static string English(Comparison pair, Claim pasted, Claim stored) => string.Join("; ", ((string?[])[
        pair.Indicator switch
        {
            IndicatorRelation.SameId => $"same indicator ({stored.IndicatorId})",
            IndicatorRelation.SameName => "indicator of the same name",
            _ => FormattableString.Invariant($"indicator of a like name ({pair.Likeness:0.00})"),
        },
        pair.Scope switch
        {
            ScopeRelation.Same => $"same place ({stored.Scope})",
            ScopeRelation.Contains => $"the text's place contains {stored.Scope}",
            ScopeRelation.Contained => $"{stored.Scope} contains the text's place",
            _ => pasted.Scope is null ? "the text names no place" : "the source names no place",
        },
        pair.Period switch
        {
            PeriodRelation.Same => "same period",
            PeriodRelation.AtEnd => "a period and its last day",
            PeriodRelation.Contains => "the text's period is longer",
            PeriodRelation.Contained => "the source's period is longer",
            PeriodRelation.Overlaps => "periods overlap",
            _ => pasted.Period is null ? "the text names no period" : "the source names no period",
        },
        pair.Basis == BasisRelation.Unstated ? "one names no base" : null,
        pair.SameStatus ? null : $"{pasted.Status.Code()} against {stored.Status.Code()}",
        pair.Closeness switch
        {
            Closeness.Equal => pasted.Qualifier == stored.Qualifier ? "same number" : "same number, hedged otherwise",
            Closeness.Rounded => "same when rounded to the digits of the text",
            Closeness.Hedged => "within the hedge or range",
            _ => pair.IsCoarser ? $"source {pair.Difference?.English}; it prints fewer digits and is the same to those" : pair.Difference is { } gap ? $"source {gap.English}" : "hedged to opposite sides",
        },
    ]).Where(part => part is not null));

    static string Place(int? place) => place switch
    {
        8 => "（亿）",
        7 => "（千万）",
        6 => "（百万）",
        5 => "（十万）",
        4 => "（万）",
        3 => "（千）",
        2 => "（百）",
        1 => "（十）",
        0 => "（个位）",
        _ => "",
    };
}
