using Extractor.Core.Claims;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>
/// Finds quantities in folded text in one pass that jumps from number to number, and says of every other number why
/// it is none.
/// </summary>
sealed class QuantityRecognizer(UnitLexicon units, QualifierLexicon qualifiers, ImpliedUnits implied)
{
    readonly FigureReader _figures = new(units);
    readonly HedgeReader _hedges = new(qualifiers);
    readonly RangeReader _ranges = new(units, new(units), new(qualifiers));

    public static QuantityRecognizer Default { get; } = new(UnitLexicon.Default, QualifierLexicon.Default, ImpliedUnits.Default);

    /// <param name="dates">Spans of dates in order; numbers inside are skipped.</param>
    /// <param name="others">Takes the numbers that are no quantities.</param>
    public List<Quantity> Recognize(ReadOnlySpan<char> text, TextSpan within, List<TextSpan> dates, List<NoQuantity> others)
    {
        var found = new List<Quantity>();
        var first = others.Count;
        var date = 0;
        var read = within.Start;
        for (var at = within.Start; at < within.End;)
        {
            var skip = text[at..within.End].IndexOfAny(NumberReader.Starts);
            if (skip < 0)
                break;
            at += skip;
            while (date < dates.Count && dates[date].End <= at) date++;
            if (date < dates.Count && dates[date].Start <= at)
            {
                if (text[dates[date].Start..dates[date].End].ContainsAny(NumberReader.Starts))
                    others.Add(new(dates[date], "date"));
                at = dates[date].End;
                continue;
            }
            if (NameLexicon.Default.End(text[..within.End], at, read) is > 0 and var name)
            {
                others.Add(new(new(at, name), "name"));
                at = read = name;
                continue;
            }
            at = read = ReadAt(text[..within.End], at, within.Start, found, others);
            // 十亿左右约万人次: a hedge behind one figure is none before the next.
            if (found is [.., var before, var latest] && latest.Lead < before.Span.End)
                found[^1] = latest with { Lead = before.Span.End };
        }
        SharedUnits.Complete(text, found, others, first);
        return found;
    }

    /// <summary>Reads the number at <paramref name="at"/>, files it, and returns where to go on.</summary>
    int ReadAt(ReadOnlySpan<char> text, int at, int from, List<Quantity> found, List<NoQuantity> others)
    {
        if (!_figures.TryRead(text, at, out var number))
        {
            var next = at + 1;
            if (char.IsAsciiDigit(text[at]))
                while (next < text.Length && char.IsAsciiDigit(text[next])) next++;
            return next;
        }
        var before = text[from..at];
        if (_ranges.TryRead(text, at, from, number, out var range))
        {
            found.Add(range);
            return range.Span.End;
        }
        var end = number.End;
        if (number.Value.Digits.IsZero is false && end - at > ExactNumber.LongestNumber)
            return Reject(others, at, end, "too long");
        if (number.Script is Script.Arabic && Naming.Reason(text, at, end) is { } reason)
            return Reject(others, at, end, reason);
        if (number.Script is Script.Han && (before.EndsWith("第") || Naming.Reason(text, at, end) is "name" or "ordinal"))
            return Reject(others, at, end, "ordinal");

        var (isImplied, isIndex) = (false, false);
        var qualifier = Qualifier.Exact;
        var unit = number.Script switch { Script.Percent => number.Power == 2 ? Unit.Percent : Unit.PerMille, Script.Fraction => Unit.One, _ => null };
        var unitEnd = end;
        var inner = number.Vagueness switch { Vagueness.MoreThan => Qualifier.MoreThan, Vagueness.AtLeast => Qualifier.AtLeast, _ => Qualifier.Exact };
        if (unit is null)
        {
            var unitStart = end;
            if (end < text.Length && text[end] is '余' or '多' or '来' && end + 1 < text.Length && (units.Match(text[(end + 1)..], out _) > 0 || number.IsScaled))
            {
                inner = Qualifier.MoreThan;
                unitStart = end + 1;
            }
            var length = units.Match(text[unitStart..], out var matched);
            // 14条次级河流: the counter ends before 次级.
            if (length > 1 && text[unitStart + length - 1] == '次' && unitStart + length < text.Length && text[unitStart + length] is '级' or '要' or '生')
                length = units.Match(text.Slice(unitStart, length - 1), out matched);
            if (length > 0 && !UnitCompany.IsUnit(text, at, from, number, text.Slice(unitStart, length), text[(unitStart + length)..]))
                length = 0;
            if (length > 0)
            {
                // 港币4900元: the currency stands before.
                if (matched.Code == "CNY" && matched.Power == 0 && before[^Math.Min(before.Length, 3)..] is var named && (named.EndsWith("港币") || named.EndsWith("港元")))
                    matched = matched with { Code = "HKD" };
                unit = matched is { Code: "{分}" } && UnitCompany.IsPrice(before) ? new("CNY", UnitKind.Money, -2) : matched;
                unitEnd = unitStart + length;
                if (Naming.IsRank(before, text.Slice(unitStart, length)))
                    return Reject(others, at, unitEnd, "rank");
                if (unit.Kind == UnitKind.Time && !number.IsScaled && !Duration.IsStatistic(text[from..at]))
                    return Reject(others, at, unitEnd, "duration");
                unitEnd += UnitCompany.Bracket(text[unitEnd..]);
            }
            else if (number.IsScaled && number.Script == Script.Arabic || number is { Script: Script.Han, Power: >= 4 } && number.End - at > 1)
            {
                unitEnd = unitStart;
                unit = implied.Find(before, text[unitEnd..]) ?? (found is [.., { Rule: "implied" } last] && last.Span.Start >= from ? last.Unit : null);
                isImplied = unit is not null;
                // 接待游客4000万人次，力争突破4200万.
                if (unit is null && found is [.., { Unit.Kind: not (UnitKind.Proportion or UnitKind.None) } said] && at - said.Span.End is > 0 and <= 14 && (unitEnd >= text.Length || text[unitEnd] is '，' or '。' or '；' or '、' or '）'))
                    unit = said.Unit;
                if (unit is null && number.Script == Script.Han)
                    return Reject(others, at, end, "no unit");
                unit ??= Unit.One;
            }
        }
        if (unit is null)
        {
            // Kept as a candidate: a later figure of the list may carry the unit (0.6和1.0个百分点).
            if (number.Script == Script.Arabic && SharedUnits.Joins(text, end))
            {
                var bare = new Quantity(new(at, end), _hedges.Lead(text, from, at, ref qualifier), end, number.Value, null, null, Unit.One, qualifier, number.Script, "shared-unit") { SharesUnit = true };
                found.Add(bare);
                return end;
            }
            if (number.Script != Script.Arabic || !IndexFigure.EndsIn(before) && !(found is [.., { Rule: "index" } last] && at - last.Span.End is > 0 and <= 12 && IndexFigure.Moved(before)))
                return Reject(others, at, end, "no unit");
            isIndex = true;
            unit = Unit.One;
        }
        if (number.Script == Script.Han && !HanCount.Counts(text, at, number, unit, unitEnd, out reason))
            return Reject(others, at, unitEnd, reason);

        // 上年同期为-1.06亿元: the sign is the figure's.
        var start = IsNegative(before, unit) && number is { Script: Script.Arabic, High: null } ? at - 1 : at;
        var lead = _hedges.Lead(text, from, start, ref qualifier);
        var spanEnd = unitEnd;
        if (_hedges.Trailing(text, unitEnd, out var trailing) is > 0 and var hedge)
        {
            if (HedgeReader.IsThreshold(text, from, at, unitEnd, hedge, unit))
                return Reject(others, at, unitEnd + hedge, "threshold");
            spanEnd = unitEnd + hedge;
            if (qualifier == Qualifier.Exact && inner == Qualifier.Exact)
                qualifier = trailing;
        }
        if (qualifier == Qualifier.Exact)
            qualifier = inner;
        if (Naming.PointsBack(before))
            return Reject(others, at, spanEnd, "points back");
        if (Naming.IsPer(before, text[spanEnd..]))
            return Reject(others, at, spanEnd, "per");
        var power = number.Script == Script.Percent ? 0 : unit.Power;
        var high = number.High?.Scaled(power);
        var value = start < at ? number.Value.Scaled(power).Negated() : number.Value.Scaled(power);
        found.Add(new(new(start, spanEnd), lead, unitEnd, high is null ? value : null, high is null ? null : value, high, unit, qualifier, number.Script, isImplied ? "implied" : isIndex ? "index" : Rule(number)));
        return spanEnd;
    }

    /// <summary>为-1.06亿元, 年平均气温-0.6℃; in 2011-2015 and 宁波-5号 it is none.</summary>
    static bool IsNegative(ReadOnlySpan<char> before, Unit unit) =>
        before.Length > 1 && before[^1] is '-' or '−' && (unit.Code == "Cel" && Glyph.IsHan(before[^2]) || before[^2] is '为' or '达' or '到' or '至' or '是' or '约' or '：' or '（' or '，' or '在' or '仅' or '、' or '长' or '幅' or '速' or '报');

    static string Rule(NumberToken number) => number.Script switch
    {
        Script.Percent => "percent-words", Script.Fraction => "fraction", Script.Han => "han-numeral", _ => number.IsScaled ? "scaled" : "plain",
    };

    static int Reject(List<NoQuantity> others, int start, int end, string reason)
    {
        others.Add(new(new(start, end), reason));
        return end;
    }
}
