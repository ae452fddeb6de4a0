namespace Extractor.Core.Scopes;

enum PlaceLevel { Country, Province, Prefecture, County, Village }

/// <param name="Code">GB/T 2260, shortest form; null for what has none.</param>
sealed record Place(string Name, PlaceLevel Level, string? Code)
{
    public static readonly Place China = new("全国", PlaceLevel.Country, null);

    /// <summary>Six digits, or null.</summary>
    public string? FullCode { get; } = Code?.Length <= 6 && Code.All(char.IsAsciiDigit) ? Code.PadRight(6, '0') : null;
}
