namespace Extractor.Cli.Evaluations;

/// <summary>What is compared once a span is right, in the order in which errors are looked for.</summary>
enum Field { Value, Unit, Qualifier, Indicator, Measure, Period, Scope, Status }

static class Fields
{
    /// <summary>Right together with the span, they make a quantity.</summary>
    public static IReadOnlyList<Field> OfQuantity { get; } = [Field.Value, Field.Unit, Field.Qualifier];

    public static IReadOnlyList<Field> All { get; } = Enum.GetValues<Field>();

    public static string Code(this Field field) => field.ToString().ToLowerInvariant();
}
