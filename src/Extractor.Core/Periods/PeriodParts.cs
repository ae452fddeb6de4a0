namespace Extractor.Core.Periods;

/// <summary>What the words of a date or of a part of a year say, before it is settled of which year they are. What is not said is null.</summary>
/// <param name="Length">Of the words.</param>
/// <param name="Year">Stated: 2012年, 二〇一二年, 民国101年.</param>
/// <param name="RelativeYear">今年, 去年 …, where no year is stated.</param>
/// <param name="Months">The first so many of the year: 前十个月.</param>
/// <param name="Quarters">The first so many of the year: 前三季度.</param>
/// <param name="IsSince">From then on: 以来.</param>
/// <param name="IsEnd">Its last day alone: 3月末, 年底.</param>
/// <param name="IsBeginning">Its first day alone: 年初.</param>
readonly record struct PeriodParts(
    int Length, int? Year = null, string? RelativeYear = null, int? Month = null, int? Day = null, int? LastMonth = null, int? LastDay = null,
    int? Months = null, int? Quarter = null, int? Quarters = null, int? Half = null, bool IsSince = false, bool IsEnd = false, bool IsBeginning = false)
{
    public bool HasYear => Year is not null || RelativeYear is not null;
}
