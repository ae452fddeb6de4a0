using Extractor.Core.Claims;
using Extractor.Core.Numbers;

namespace Extractor.Core.Comparisons;

/// <summary>What a claim states, with the sign of its direction: 下降5.4% is −5.4.</summary>
/// <param name="Value">Null for a range.</param>
/// <param name="Reach">Of its range or hedge; null for an exact figure.</param>
readonly record struct Stated(Ratio? Value, Bounds? Reach)
{
    /// <summary>The value, or the middle of the range.</summary>
    public Ratio Middle => Value ?? Reach!.Value.Middle;

    public static Stated? Of(Claim claim)
    {
        if (claim.Value is not null)
        {
            if (!Ratio.TryParse(claim.Value, out var value))
                return null;
            var bounds = Bounds.Of(IsDown(claim) ? value.Magnitude() : value, claim.Qualifier);
            return IsDown(claim) ? new(value.Magnitude().Negated(), bounds?.Negated()) : new(value, bounds);
        }
        if (!Ratio.TryParse(claim.Low, out var low) || !Ratio.TryParse(claim.High, out var high))
            return null;
        var range = low.CompareTo(high) <= 0 ? new Bounds(low, high) : new Bounds(high, low);
        return new(null, IsDown(claim) ? range.Negated() : range);
    }

    public Stated Times(Ratio factor) => new(Value?.Times(factor), Reach?.Times(factor));

    /// <summary>Whether the other's value or whole range lies within the reach.</summary>
    public bool Covers(Stated other) => Reach is { } reach && (other.Value is { } value ? reach.Contains(value) : reach.Contains(other.Reach!.Value));

    static bool IsDown(Claim claim) => claim is { Direction: Direction.Down, Measure: Measure.Change or Measure.Growth };
}
