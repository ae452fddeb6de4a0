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
    public bool IsYearHere(ReadOnlySpan<char> date)
    {
        var digits = date.IndexOfAnyExceptInRange('0', '9');
        return isRepublican || digits is not (2 or 3) || date[digits] != '年';
    }

    /// <summary>2006—2010年; null where they run backwards.</summary>
    public Period? Years(int first, int last)
    {
        if (first > last)
            return null;
        _year = last;
        return new Period(new(first, 1, 1), new(last, 12, 31));
    }

    public Period? Day(in PeriodParts parts)
    {
        var spoken = _year;
        if (parts is not { Month: { } month, Day: { } day } || YearFor(parts, month) is not { } year || day > DateTime.DaysInMonth(year, month))
            return null;
        (_month, _day) = (month, day);
        _year = spoken;
        var start = new DateOnly(year, month, day);
        if (parts.IsSince && Today is { } until && until >= start)
            return new(start, until);
        if (parts.LastDay is not { } lastDay)
            return Period.Point(start);
        var lastMonth = parts.LastMonth ?? month;
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

    /// <param name="before">The text from the sentence's beginning to a few characters behind the words.</param>
    public Period? Within(in PeriodParts parts, ReadOnlySpan<char> before)
    {
        if (parts is { Month: { } from, LastMonth: { } to })
            return from <= to && YearFor(parts, to) is { } y ? new Period(new(y, from, 1), Period.Month(y, to).End) : null;
        if (parts.Month is { } month)
        {
            if (YearFor(parts, month) is not { } year)
                return null;
            if (parts.IsEnd)
                return Period.Point(Period.Month(year, month).End);
            if (parts.IsSince)
                return published is { } p && p >= new DateOnly(year, month, 1) ? new Period(new(year, month, 1), p) : null;
            return Period.Month(year, month);
        }
        if (parts.Months is > 0 and <= 12 and var months)
            return YearFor(parts, months) is { } y ? new Period(new(y, 1, 1), Period.Month(y, months).End) : null;
        if (parts.Quarters is { } quarters)
            return OfQuarters(parts, 1, quarters);
        if (parts.Quarter is { } quarter)
            return OfQuarters(parts, quarter, quarter);
        if (parts.Half is { } half)
            return OfQuarters(parts, half * 2 - 1, half * 2);
        if (parts.IsSince)
            return (Year(parts) ?? (parts.IsBeginning ? published?.Year : null)) is { } y && published is { } today && today.Year >= y ? new Period(new(y, 1, 1), today) : null;
        if ((Year(parts) ?? (parts.RelativeYear is not null ? null : parts.IsBeginning ? _reported ?? published?.Year ?? _year : ReportYear(before))) is not { } annual)
            return null;
        if (parts.IsBeginning)
            return Period.Point(new(annual, 1, 1));
        if (parts.IsEnd)
            return Period.Point(new(annual, 12, 31));
        return Period.Year(annual);
    }

    Period? OfQuarters(in PeriodParts parts, int first, int last)
    {
        if (YearFor(parts, last * 3) is not { } year)
            return null;
        var end = Period.Month(year, last * 3).End;
        return parts.IsEnd ? Period.Point(end) : new Period(new(year, first * 3 - 2, 1), end);
    }

    public Period? WholeYear(in PeriodParts parts)
    {
        var stated = Year(parts);
        if (parts is { IsSince: true, RelativeYear: not null })
            _year = stated;
        if (stated is not { } year)
            return null;
        if (!parts.IsSince)
            return Period.Year(year);
        return published is { } today && today.Year >= year ? new Period(new(year, 1, 1), today) : null;
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

    int? Year(in PeriodParts parts)
    {
        if (parts.Year is { } stated)
            return _year = stated;
        if (parts.RelativeYear is not { } relative || published is not { } today)
            return null;
        // In a report on a year gone by, 上年 is the year before that one.
        if (relative is "当年")
            return (_year ?? _reported) is { } gone && gone < today.Year ? gone : null;
        var year = today.Year + relative switch
        {
            "去年" or "上年" => -1, "前年" => -2, "明年" => 1, _ => 0,
        };
        if (relative is not "上年")
            _year = year;
        return year;
    }

    int? YearFor(in PeriodParts parts, int month)
    {
        if (Year(parts) is { } stated)
            return stated;
        if (parts.RelativeYear is not null)
            return null;
        if (published is not { } today)
            return _year;
        var year = _year is { } spoken && spoken < today.Year && spoken >= today.Year - 1 && month > today.Month ? spoken : today.Year;
        return month > today.Month + 1 && year == today.Year ? year - 1 : year;
    }
}
