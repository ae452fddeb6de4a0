namespace Extractor.Core.Numbers;

/// <summary>What a number's own words say beside its value: 余 and 多 inside it, 数, 几 and 上 before it.</summary>
enum Vagueness { None, MoreThan, AtLeast, About }

enum Script { Arabic, Han, Percent, Fraction }

/// <summary>A number read from a place in the text.</summary>
/// <param name="End">Where the number ends, its scale words included.</param>
/// <param name="High">The upper end of 三四十, else null.</param>
/// <param name="Power">The power of ten of the last scale word: 8 for 亿, 0 for none.</param>
readonly record struct NumberToken(int End, ExactNumber Value, ExactNumber? High, Vagueness Vagueness, Script Script, int Power, bool Bare)
{
    public bool IsScaled => Power > 0;
}
