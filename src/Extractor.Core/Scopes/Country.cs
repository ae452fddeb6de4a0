namespace Extractor.Core.Scopes;

/// <summary>A country, a territory, a state that is no more, or a group of states.</summary>
enum CountryKind { Country, Territory, Former, Group }

/// <param name="Name">The usual short name, which is the scope of claims: 美国, 刚果（金）, 东盟.</param>
/// <param name="Official">美利坚合众国; the usual name where there is no longer one.</param>
/// <param name="Code">ISO 3166-1 alpha-2, for former states ISO 3166-3; null for groups.</param>
sealed record Country(string Name, string Official, CountryKind Kind, string? Code);
