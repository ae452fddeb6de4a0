using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>Whether a month without a year is one of every year: 1月平均气温-17.5℃，年降水量370毫米.</summary>
static class Climate
{
    static readonly WordList Measures = Words("measure"), Normals = Words("normal"), Weather = Words("weather");

    /// <param name="after">What follows the month.</param>
    /// <param name="sentence">All of its sentence.</param>
    public static bool IsNormal(ReadOnlySpan<char> after, ReadOnlySpan<char> sentence) =>
        Measures.Starts(after.TrimStart("，的")) && Normals.IsIn(sentence) && !Weather.IsIn(sentence);

    static WordList Words(string kind) => WordList.Embedded("Periods.climate.tsv", kind, "measure", "normal", "weather");
}
