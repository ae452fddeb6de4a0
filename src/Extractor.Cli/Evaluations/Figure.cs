using System.Globalization;

namespace Extractor.Cli.Evaluations;

/// <summary>Ratios with four digits, halves to even, so that the same figures come out of every tool.</summary>
static class Figure
{
    // By way of text: the conversion to decimal keeps fifteen digits, and takes 0.55625 (a little more) for a half.
    public static decimal Round(double ratio) => decimal.Round(
        decimal.Parse(ratio.ToString("F28", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), 4, MidpointRounding.ToEven);

    public static string Of(double ratio) => Round(ratio).ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Of(int count) => count.ToString(CultureInfo.InvariantCulture);
}
