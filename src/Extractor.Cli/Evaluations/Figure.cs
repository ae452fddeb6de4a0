using System.Globalization;

namespace Extractor.Cli.Evaluations;

/// <summary>Ratios with four digits, halves to even, so that the same figures come out of every tool.</summary>
static class Figure
{
    public static decimal Round(double ratio) => decimal.Round((decimal)ratio, 4, MidpointRounding.ToEven);

    public static string Of(double ratio) => Round(ratio).ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Of(int count) => count.ToString(CultureInfo.InvariantCulture);
}
