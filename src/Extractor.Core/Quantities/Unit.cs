namespace Extractor.Core.Quantities;

enum UnitKind { Money, Proportion, Physical, People, Count, Time, None }

/// <param name="Code">ISO 4217, UCUM, %, pp or a counter in braces.</param>
/// <param name="Power">The power of ten that takes the surface to the code: 1 for 成, -1 for 角.</param>
sealed record Unit(string Code, UnitKind Kind, int Power)
{
    public static readonly Unit One = new("1", UnitKind.None, 0);
    public static readonly Unit Percent = new("%", UnitKind.Proportion, 0);
    public static readonly Unit PerMille = new("‰", UnitKind.Proportion, 0);
    public static readonly Unit Person = new("{person}", UnitKind.People, 0);
    public static readonly Unit PersonTime = new("{person-time}", UnitKind.People, 0);
    public static readonly Unit Household = new("{household}", UnitKind.People, 0);
}
