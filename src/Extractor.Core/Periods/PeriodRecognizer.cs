using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>
/// Finds dates and periods, each by the first pattern that fits, and leaves it to <see cref="PeriodResolver"/> what year
/// they are of. One recognizer reads one document, for the year spoken of goes on.
/// </summary>
/// <param name="isRepublican">Whether a year of two or three digits counts from 1912, as in Taiwan: 113年 is 2024.</param>
sealed class PeriodRecognizer(DateOnly? published, bool isRepublican = false)
{
    /// <summary>How far behind 全年 or 年底 a word may stand that looks ahead: 年底前，将新增….</summary>
    const int LookAhead = 6;

    const int LongestHoliday = 16;

    static readonly SearchValues<char> Starts = SearchValues.Create("0123456789民今本当去上前明后截至目日近发连党十二一三四五六七八九两“全年首第下昨同过末底初如眼现国春双劳新中这");

    readonly PeriodResolver _resolver = new(published, isRepublican);

    /// <summary>The period read last, which 去年同期 goes back from.</summary>
    Period? _last;

    /// <summary>A new article: the year it speaks of is open again; the year of the report holds for the document.</summary>
    public void Open() => _resolver.Open();

    /// <summary>本报长沙7月3日讯: the day on which the article was written.</summary>
    public void NoteDateline(string text, TextSpan dateline)
    {
        var spoken = _resolver.Spoken;
        _resolver.NoteDateline(Recognize(text, dateline).FindLast(mention => mention.Period is { IsPoint: true }).Period?.Start);
        _resolver.Spoken = spoken;
    }

    public List<PeriodMention> Recognize(string text, TextSpan within)
    {
        var found = new List<PeriodMention>();
        for (var at = within.Start; at < within.End;)
        {
            var skip = text.AsSpan(at, within.End - at).IndexOfAny(Starts);
            if (skip < 0)
                break;
            at += skip;
            if (at > 0 && char.IsAsciiDigit(text[at]) && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '第' or '〔' || char.IsAsciiLetter(text[at - 1])))
            {
                while (at < within.End && char.IsAsciiDigit(text[at])) at++;
                continue;
            }
            var spoken = _resolver.Spoken;
            if (TryReadAt(text, within.Start, at, out var mention) && mention.Span.End <= within.End)
            {
                if (!mention.HasYear && Climate.IsNormal(text.AsSpan(mention.Span.End, within.End - mention.Span.End), within.In(text)))
                {
                    _resolver.Spoken = spoken;
                    found.Add(mention with { Period = null });
                    at = mention.Span.End;
                    continue;
                }
                var basis = PeriodBasis.Holds(text, within.Start, mention.Span);
                // A year that is only compared with is not the one the text speaks of.
                if (basis)
                    _resolver.Spoken = spoken with { Day = _resolver.Spoken.Day };
                else if (mention is { HasYear: true, Period: { } stated } && stated.Start.Year == stated.End.Year)
                    _resolver.NoteReported(stated.End.Year);
                // 《2019年工作要点》 names a paper; nothing happened in it.
                var ahead = text.AsSpan(within.Start, at - within.Start);
                var titled = ahead.LastIndexOfAny('《', '》') is >= 0 and var title && ahead[title] == '《';
                var bracketed = text.AsSpan(mention.Span.End, Math.Min(10, within.End - mention.Span.End)).IndexOf("价格") >= 0 && ahead.LastIndexOfAny('（', '）') is >= 0 and var bracket && ahead[bracket] == '（';
                if (mention.Period is { } read && !basis && !titled)
                    _last = read;
                found.Add(mention with { IsBasis = basis || titled || bracketed });
                at = mention.Span.End;
            }
            else
                at++;
        }
        return found;
    }

    bool TryReadAt(string text, int from, int at, out PeriodMention mention)
    {
        if (Holidays.Default.Match(text.AsSpan(at, Math.Min(LongestHoliday, text.Length - at)), out var holiday) is > 0 and var named && _resolver.Holiday(text.AsSpan(from, at - from), holiday) is { } days)
        {
            mention = new(new(at, at + named), days, IsBasis: false, HasYear: true);
            return true;
        }
        if (PeriodBeginnings.At(text.AsSpan(at)) is var shapes && shapes == PeriodShapes.None)
        {
            mention = default;
            return false;
        }
        if (shapes.HasFlag(PeriodShapes.FinancialYear) && PeriodPatterns.FinancialYear().Match(text, at) is { Success: true } financial && financial.Groups["s"].Value is var s
            && financial.Number("y") is { } fy && (fy + 1) % 100 == int.Parse(s[^2..], CultureInfo.InvariantCulture))
            return Found(financial, new Period(new(fy, 4, 1), new(fy + 1, 3, 31)), out mention);
        if (shapes.HasFlag(PeriodShapes.Months) && PeriodPatterns.Months().Match(text, at) is { Success: true } months && months.Number("y") is { } y1 && months.Number("y2") is { } y2 && months.Number("m") is { } m1 && months.Number("m2") is { } m2
            && new DateOnly(y1, m1, 1) is var opens && Period.Month(y2, m2).End is var ends && opens < ends)
            return Found(months, new Period(opens, ends), out mention, hasYear: true);
        if (shapes.HasFlag(PeriodShapes.FirstWeek) && PeriodPatterns.FirstWeek().Match(text, at) is { Success: true } week && week.Number("y") is { } weekYear)
            return Found(week, new Period(new(weekYear, 1, 1), new(weekYear, 1, 7)), out mention, hasYear: true);
        var rest = text.AsSpan(at);
        if (shapes.HasFlag(PeriodShapes.Day) && DayReader.TryRead(rest, out var day) && _resolver.IsYearHere(rest[..day.Length]))
            return Found(at, day, _resolver.Day(day), out mention, hasYear: false);
        if (shapes.HasFlag(PeriodShapes.Years) && PeriodPatterns.Years().Match(text, at) is { Success: true } years && years.Number("y") is { } first && years.Number("y2") is { } last && _resolver.Years(first, last) is { } span)
            return Found(years, span, out mention, hasYear: true);
        if (shapes.HasFlag(PeriodShapes.Within) && YearPartReader.TryRead(rest, out var within) && _resolver.IsYearHere(rest[..within.Length]) && IsPeriodHere(text, at, within))
        {
            var period = _resolver.Within(within, text.AsSpan(from, Math.Min(text.Length, at + within.Length + LookAhead) - from));
            // 截至 makes a point of a month or a half-year.
            if (period is { } part && at >= 2 && (text.AsSpan(at - 2, 2) is "截至" or "截止"))
                period = Period.Point(part.End);
            return Found(at, within, period, out mention, within.HasYear);
        }
        if (shapes.HasFlag(PeriodShapes.WholeYear) && YearReader.TryRead(rest, out var year) && _resolver.IsYearHere(rest[..year.Length]))
            return Found(at, year, _resolver.WholeYear(year), out mention, hasYear: true);
        if (shapes.HasFlag(PeriodShapes.Congress) && PeriodPatterns.Congress().Match(text, at) is { Success: true } congress)
            return Found(congress, NamedPeriods.SinceCongress(congress.Groups["c"].Value, published), out mention);
        if (shapes.HasFlag(PeriodShapes.Plan) && PeriodPatterns.Plan().Match(text, at) is { Success: true } plan)
            return Found(plan, NamedPeriods.Plan(plan.Groups["p"].Value, plan.Groups["w"].Value, published), out mention);
        // 近五年来 and 连续十年来 say a span in passing all the same; 第十年来 does not.
        if (shapes.HasFlag(PeriodShapes.PastYears) && PeriodPatterns.PastYears().Match(text, at) is { Success: true } past && PeriodGroups.Count(past.Groups["n"].Value) is var n and > 1 && !(at > 0 && text[at - 1] == '第'))
            return Found(past, NamedPeriods.PastYears(n, published), out mention);
        if (shapes.HasFlag(PeriodShapes.Relative) && PeriodPatterns.Relative().Match(text, at) is { Success: true } relative)
            return Found(relative, NamedPeriods.Relative(relative.Value, _resolver.Today, _last), out mention);
        if (shapes.HasFlag(PeriodShapes.Now) && PeriodPatterns.Now().Match(text, at) is { Success: true } now)
            return Found(now, Now(now.Groups["now"].Value), out mention);
        if (shapes.HasFlag(PeriodShapes.Clock) && PeriodPatterns.Clock().Match(text, at) is { Success: true } clock)
            return Found(clock, null, out mention);
        if (shapes.HasFlag(PeriodShapes.BareDay) && PeriodPatterns.BareDay().Match(text, at) is { Success: true } bare && _resolver.Today is not null)
            return Found(bare, _resolver.BareDay(bare), out mention);
        mention = default;
        return false;
    }

    /// <summary>目前 is the day of publication, 今天 the dateline's; 近日 says no day.</summary>
    Period? Now(string word) =>
        word is "近日" or "日前" or "连日来" ? null : (word[0] == '今' ? _resolver.Today : published) is { } day ? Period.Point(day) : null;

    static bool Found(int at, in PeriodParts parts, Period? period, out PeriodMention mention, bool hasYear)
    {
        mention = new(new(at, at + parts.Length), period, IsBasis: false, hasYear);
        return true;
    }

    static bool Found(Match match, Period? period, out PeriodMention mention, bool hasYear = false)
    {
        mention = new(new(match.Index, match.Index + match.Length), period, IsBasis: false, hasYear);
        return true;
    }

    /// <summary>末, 底, 初 and a bare month need a year, or a word boundary, to be a date.</summary>
    static bool IsPeriodHere(string text, int at, in PeriodParts parts)
    {
        var words = text.AsSpan(at, parts.Length);
        if ((words is "末" or "底" or "初" or "年度" or "以来" or "全年度" || words is [',' or '，', ..]) && !parts.HasYear)
            return false;
        if (words.Contains('，') && parts.HasYear)
            return false;
        if (at > 0 && text[at - 1] is '比' or '较' && parts.IsBeginning && !parts.HasYear)
            return true;
        return !(words.EndsWith("月") && at + parts.Length < text.Length && text[at + parts.Length] is '饼' or '球');
    }
}
