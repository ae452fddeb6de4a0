using System.Globalization;

namespace Extractor.Faults.Tests;

/// <summary>How much the suite does: a short form with all other tests, a long one on request (<c>./test --faults</c>).</summary>
static class Form
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("EXTRACTOR_FAULTS") == "long";

    /// <summary>How long the soak lasts; null where none was asked for (<c>./test --soak</c>).</summary>
    public static TimeSpan? Soak { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("EXTRACTOR_SOAK"), CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : null;

    public static int Documents => IsLong ? 6000 : 2000;

    /// <summary>How many times a fault is done.</summary>
    public static int Times(int inShort, int inLong) => IsLong ? inLong : inShort;

    /// <summary>A figure for people to read: nothing is asserted of it.</summary>
    public static void Print(string fault, FormattableString figures) =>
        Console.WriteLine($"   {fault,-4} {figures.ToString(CultureInfo.InvariantCulture)}");
}
