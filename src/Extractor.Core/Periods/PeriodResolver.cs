using System.Text.RegularExpressions;
using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>
/// Gives dates and parts of a year their year: the stated one, else the one that the text spoke of last, else the
/// publication's. In an annual report of an early month 全年 and 年末 are those of the year before.
/// </summary>
/// <param name="isRepublican">Whether a year of two or three digits counts from 1912, as in Taiwan: 113年 is 2024.</param>
sealed class PeriodResolver(DateOnly? published, bool isRepublican)
{
    static readonly WordList Ahead = WordList.Embedded("Periods.ahead.tsv");

    int? _year;
    int? _month;
    int? _day;
    int? _reported;

    DateOnly? _dateline;

    /// <summary>What 今日 and 昨日 count from: the dateline's date where there is one, for a page is printed a day later.</summary>
    public DateOnly? Today => _dateline ?? published;

    /// <summary>What the text spoke of last.</summary>
    public (int? Year, int? Month, int? Day) Spoken
    {
        get => (_year, _month, _day);
        set => (_year, _month, _day) = value;
    }

    /// <summary>A new article: the year it speaks of is open again; the year of the report holds for the document.</summary>
    public void Open()
    {
        (_year, _month, _day) = (null, null, null);
        _dateline = null;
    }

    public void NoteDateline(DateOnly? day) => _dateline = day;

    /// <summary>The first year stated that can be the one reported on: the publication's last, from May on also its own.</summary>
    public void NoteReported(int year)
    {
        if (published is not { } day || year == day.Year - 1 || year == day.Year && day.Month > 4)
            _reported ??= year;
    }

    /// <summary>113年 is a year in Taiwan only, 民国113年 everywhere.</summary>
    public bool IsYearHere(Match match)
    {
        // Told from the text and not from the group, which costs more than the match.
        var digits = match.ValueSpan.IndexOfAnyExceptInRange('0', '9');
        return isRepublican || digits is not (2 or 3) || match.ValueSpan[digits] != '年';
    }

    /// <summary>2006—2010年; null where they run backwards.</summary>
    public Period? Years(int first, int last)
    {
        if (first > last)
            return null;
        _year = last;
        return new Period(new(first, 1, 1), new(last, 12, 31));
    }

    public Period? Day(Match match)
    {
        var spoken = _year;
        if (match.Number("m") is not { } month || match.Number("d") is not { } day || YearFor(match, month) is not { } year || day > DateTime.DaysInMonth(year, month))
            return null;
        (_month, _day) = (month, day);
        _year = spoken;
        var start = new DateOnly(year, month, day);
        if (match.Groups["fy"].Success && Today is { } until && until >= start)
            return new(start, until);
        if (match.Number("d2") is not { } lastDay)
            return Period.Point(start);
        var lastMonth = match.Number("m2") ?? month;
        return lastDay <= DateTime.DaysInMonth(year, lastMonth) && new DateOnly(year, lastMonth, lastDay) is var end && end >= start ? new Period(start, end) : Period.Point(start);
    }

    /// <summary>The holiday of the year that stands before it, else of the running year, or of the last if it is still to come.</summary>
    /// <param name="before">The text from the sentence's beginning to the holiday.</param>
    public Period? Holiday(ReadOnlySpan<char> before, string holiday)
    {
        if (Today is not { } today)
            return _year is { } spoken ? Holidays.Default.Find(holiday, spoken) : null;
        before = before.TrimEnd("的，“");
        var year = before.EndsWith("年") && _year is { } said ? said : before.EndsWith("去年") || before.EndsWith("上年") ? today.Year - 1 : today.Year;
        return Holidays.Default.Find(holiday, year) is { } days && (days.Start <= today.AddDays(30) || year != today.Year) ? days : Holidays.Default.Find(holiday, year - 1);
    }

    /// <summary>A day without its month: the spoken month's where it goes on from the day said before, else the last such day.</summary>
    public Period? BareDay(Match match)
    {
        if (Today is not { } today || match.Number("d") is not { } day)
            return null;
        var month = _month is { } spoken && (_day is not { } said || day >= said) ? spoken : day <= today.Day + 10 ? today.Month : today.AddMonths(-1).Month;
        if (month == today.Month && day > today.Day + 10)
            month = today.AddMonths(-1).Month;
        if (day > DateTime.DaysInMonth(today.Year, month))
            return null;
        var start = new DateOnly(month > today.Month + 1 ? today.Year - 1 : today.Year, month, day);
        (_month, _day) = (month, day);
        if (match.Groups["fy"].Success)
            return start <= today ? new(start, today) : Period.Point(start);
        return match.Number("d2") is { } last && last > day && last <= DateTime.DaysInMonth(today.Year, month) ? new(start, new(today.Year, month, last)) : Period.Point(start);
    }

    public Period? Within(Match match, ReadOnlySpan<char> before)
    {
        if (match.Groups["m2"].Success && match.Number("m") is { } from && match.Number("m2") is { } to)
            return from <= to && YearFor(match, to) is { } y ? new Period(new(y, from, 1), Period.Month(y, to).End) : null;
        if (match.Number("m") is { } month)
        {
            if (YearFor(match, month) is not { } year)
                return null;
            if (match.Groups["end"].Success)
                return Period.Point(Period.Month(year, month).End);
            if (match.Groups["fy"].Success)
                return published is { } p && p >= new DateOnly(year, month, 1) ? new Period(new(year, month, 1), p) : null;
            return Period.Month(year, month);
        }
        if (match.Groups["n"].Success && PeriodGroups.Count(match.Groups["n"].Value) is > 0 and <= 12 and var months)
            return YearFor(match, months) is { } y ? new Period(new(y, 1, 1), Period.Month(y, months).End) : null;
        if (match.Groups["nq"].Success)
            return Quarters(match, 1, PeriodGroups.Count(match.Groups["nq"].Value));
        if (match.Groups["q"].Success && PeriodGroups.Count(match.Groups["q"].Value) is var quarter)
            return match.Groups["end"].Success && Quarters(match, quarter, quarter) is { } q ? Period.Point(q.End) : Quarters(match, quarter, quarter);
        if (match.ValueSpan.Contains('首'))
            return Quarters(match, 1, 1);
        if (match.Groups["h"].Success)
        {
            var half = match.Groups["h"].Value == "上半年" ? Quarters(match, 1, 2) : Quarters(match, 3, 4);
            return match.Groups["end"].Success && half is { } h ? Period.Point(h.End) : half;
        }
        if (match.Groups["fy"].Success)
            return (Year(match) ?? (match.Groups["begin"].Success ? published?.Year : null)) is { } y && published is { } today && today.Year >= y ? new Period(new(y, 1, 1), today) : null;
        if ((Year(match) ?? (match.Groups["ry"].Success ? null : match.Groups["begin"].Success ? _reported ?? published?.Year ?? _year : ReportYear(before))) is not { } annual)
            return null;
        if (match.Groups["begin"].Success)
            return Period.Point(new(annual, 1, 1));
        if (match.Groups["end"].Success)
            return Period.Point(new(annual, 12, 31));
        return Period.Year(annual);
    }

    Period? Quarters(Match match, int first, int last) =>
        YearFor(match, last * 3) is { } year ? new Period(new(year, first * 3 - 2, 1), Period.Month(year, last * 3).End) : null;

    public Period? WholeYear(Match match)
    {
        if (match.Groups["ry"].Value == "今年以来" || match.Groups["fy"].Success && (match.Groups["ry"].Success || match.Groups["y"].Success))
        {
            var since = match.Groups["ry"].Value == "今年以来" ? published?.Year : Year(match);
            if (match.Groups["ry"].Success)
                _year = since;
            return since is { } y && published is { } today && today.Year >= y ? new Period(new(y, 1, 1), today) : null;
        }
        return Year(match) is { } year ? Period.Year(year) : null;
    }

    /// <summary>
    /// The year an annual figure without a year belongs to: the reported one, else the last that was over, unless the
    /// words before look ahead (预计全年…) or the article speaks of the running year.
    /// </summary>
    int? ReportYear(ReadOnlySpan<char> before)
    {
        if (published is { Month: > 2 } running && Ahead.IsIn(before))
            return running.Year;
        if (_reported is { } reported)
            return reported;
        if (published is not { } day)
            return _year;
        return day.Month > 4 && (_year == day.Year || day.Month >= 12) ? day.Year : day.Year - 1;
    }

    int? Year(Match match)
    {
        if (!match.MayHaveYear())
            return null;
        if (match.Number("y") is { } y)
            return _year = y;
        if (match.Number("roc") is { } republican)
            return _year = republican + 1911;
        if (match.Groups["hy"] is { Success: true } han)
            return _year = PeriodGroups.HanYear(han.Value);
        if (match.Groups["ry"] is { Success: true } relative && published is { } today)
        {
            var year = today.Year + relative.Value switch
            {
                "去年" or "上年" => -1, "前年" => -2, "明年" => 1, _ => 0,
            };
            // In a report on a year gone by, 上年 is the year before that one.
            if (relative.Value is "当年")
                return (_year ?? _reported) is { } gone && gone < today.Year ? gone : null;
            if (relative.Value is not "上年")
                _year = year;
            return year;
        }
        return null;
    }

    int? YearFor(Match match, int month, bool future = false)
    {
        if (Year(match) is { } stated)
            return stated;
        if (match.MayHaveYear() && match.Groups["ry"].Success)
            return null;
        if (published is not { } today)
            return _year;
        var year = _year is { } spoken && spoken < today.Year && spoken >= today.Year - 1 && month > today.Month ? spoken : today.Year;
        return !future && month > today.Month + 1 && year == today.Year ? year - 1 : year;
    }
}
