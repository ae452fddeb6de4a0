using System.Buffers;
using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Checks;

/// <summary>«由2015年的30.5万吨增长到2022年的57.2万吨，增长87.5%»: the pair gives the growth, change or multiple.</summary>
static class FromToCheck
{
    const int LongestLink = 16;

    static readonly SearchValues<char> Moves = SearchValues.Create("增提升扩减降涨跌展缩回高低");

    static readonly WordList Others = WordList.Embedded("Checks.unrelated.tsv", "from_to", "growth", "second");

    public static void Find(Figure[] figures, string text, List<Check> found)
    {
        for (var i = 0; i + 2 < figures.Length; i++)
        {
            var (from, to, stated) = (figures[i], figures[i + 1], figures[i + 2]);
            if (!from.IsLevel || !to.IsLevel || stated.Interval is not { } value || from.Claim.Unit != to.Claim.Unit || !from.IsBesides(to) || !to.IsBesides(stated)
                || from.Claim.Indicator != to.Claim.Indicator || to.Claim.Indicator != stated.Claim.Indicator || !IsPair(from, to, text) || !Follows(to, stated, text))
                continue;
            var (start, end) = (from.Interval!.Value, to.Interval!.Value);
            if (start.Low <= 0 || end.Low <= 0)
                continue;
            var sign = stated.Claim.Direction == Direction.Down ? -1 : 1;
            if (stated.Claim.Measure == Measure.Change && (stated.Claim.Unit == to.Claim.Unit || stated.Claim.Unit == "pp" && to.Claim.Unit == "%"))
            {
                var (more, less) = sign > 0 ? (end, start) : (start, end);
                CheckReader.Compare(found, CheckKind.FromTo, [from, to, stated], more.Minus(less), value, stated.Claim.Unit,
                    $"{(sign > 0 ? to : from).Printed} − {(sign > 0 ? from : to).Printed}");
            }
            else if (to.MayBeReal || to.IsProportion)
                continue;
            else if (stated.Claim is { Measure: Measure.Growth, Unit: "%" or "{倍}" })
            {
                var per = stated.Claim.Unit == "%" ? 100m : 1m;
                var growth = new Interval((end.Low / start.High - 1) * per * sign, (end.High / start.Low - 1) * per * sign);
                if (sign < 0)
                    growth = new(growth.High, growth.Low);
                CheckReader.Compare(found, CheckKind.FromTo, [from, to, stated], growth, value, stated.Claim.Unit,
                    sign > 0 ? $"{to.Printed} ÷ {from.Printed} − 1" : $"1 − {to.Printed} ÷ {from.Printed}");
            }
            else if (stated.Claim is { Measure: Measure.Multiple, Unit: "{倍}" } && stated.Since(to, text).IndexOfAny('是', '为') >= 0)
                CheckReader.Compare(found, CheckKind.FromTo, [from, to, stated], new(end.Low / start.High, end.High / start.Low), value, stated.Claim.Unit,
                    $"{to.Printed} ÷ {from.Printed}");
        }
    }

    /// <summary>由 or 从 in the clause before, a move and 到 or 至 between.</summary>
    static bool IsPair(Figure from, Figure to, string text)
    {
        var start = Math.Max(from.Sentence.Start, from.Lead - 2 * LongestLink);
        var clause = text.AsSpan(start, from.Lead - start);
        clause = clause[(clause.LastIndexOfAny('，', '；', '：') + 1)..];
        var between = to.Since(from, text);
        return clause.LastIndexOfAny('由', '从') is >= 0 and var at && clause.Length - at <= LongestLink
            && between.IndexOfAny('，', '；', '。') < 0 && between.IndexOfAny('到', '至') >= 0 && between.IndexOfAny(Moves) >= 0;
    }

    static bool Follows(Figure to, Figure stated, string text)
    {
        var between = stated.Since(to, text);
        if (between.Length is 0 or > LongestLink || between[0] != '，' || between.IndexOfAny('；', '。') >= 0 || stated.Claim.Basis is "yoy" or "mom" or "ytd" && !between.StartsWith("，增") && !between.StartsWith("，提"))
            return false;
        return !Others.IsIn(between);
    }
}
