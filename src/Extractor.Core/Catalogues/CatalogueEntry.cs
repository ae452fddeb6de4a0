namespace Extractor.Core.Catalogues;

/// <summary>Whether an indicator is true of a moment, of a stretch of time, or compares two figures.</summary>
public enum IndicatorKind { Stock, Flow, Rate, Index, Price }

/// <summary>One statistical indicator.</summary>
/// <param name="Id">Kebab case, never changed and never used again for something else: <c>loans-balance-all</c>.</param>
/// <param name="Name">As yearbooks name it.</param>
/// <param name="Aliases">What papers call it as well.</param>
/// <param name="Units">Kinds, groups and codes of the units that a level of it comes in.</param>
public sealed record CatalogueEntry(
    string Id, string Name, string English, IReadOnlyList<string> Aliases, IReadOnlyList<string> Units, IndicatorKind Kind);
