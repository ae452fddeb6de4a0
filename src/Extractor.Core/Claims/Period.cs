namespace Extractor.Core.Claims;

/// <summary>When a claim is true: two days, both included; a point in time has them equal.</summary>
public readonly record struct Period(DateOnly Start, DateOnly End)
{
    public static Period Point(DateOnly day) => new(day, day);

    public static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    public static Period Month(int year, int month) =>
        new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    public bool IsPoint => Start == End;

    /// <summary>Whether it is of several whole years.</summary>
    public bool IsYears => Start is { Month: 1, Day: 1 } && End is { Month: 12, Day: 31 } && End.Year > Start.Year;

    static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    /// <summary>The same days a number of years earlier, month-ends kept.</summary>
    public Period YearsBefore(int years) => new(Start.AddYears(-years), IsMonthEnd(End) ? Month(End.Year - years, End.Month).End : End.AddYears(-years));

    public override string ToString() => FormattableString.Invariant($"{Start:yyyy-MM-dd}/{End:yyyy-MM-dd}");
}
