using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>The hedges before and after a number.</summary>
sealed class QualifierLexicon
{
    readonly WordTable<Qualifier?> _leading;
    readonly WordTable<Qualifier> _trailing;

    public static QualifierLexicon Default { get; } = new(LexiconFile.Embedded("Quantities.qualifiers.tsv"));

    internal QualifierLexicon(LexiconFile file)
    {
        var leading = new Dictionary<string, Qualifier?>();
        var trailing = new Dictionary<string, Qualifier>();
        foreach (var row in file.Rows(columns: 3))
        {
            Qualifier? qualifier = row[0] switch
            {
                "about" => Qualifier.About,
                "nearly" => Qualifier.Nearly,
                "more_than" => Qualifier.MoreThan,
                "at_least" => Qualifier.AtLeast,
                "less_than" => Qualifier.LessThan,
                "at_most" => Qualifier.AtMost,
                "none" => null,
                _ => throw file.Error(row, $"“{row[0]}” is no qualifier."),
            };
            foreach (var surface in row.Surfaces(2))
                if (row[1] == "leading" ? !leading.TryAdd(surface, qualifier) : qualifier is not { } q || !trailing.TryAdd(surface, q))
                    throw file.Error(row, $"“{surface}” stands twice, or after the number without a qualifier.");
        }
        (_leading, _trailing) = (new(leading), new(trailing));
    }

    /// <summary>The hedge that ends <paramref name="before"/>; its length, or 0.</summary>
    public int MatchLeading(ReadOnlySpan<char> before, out Qualifier qualifier)
    {
        var length = _leading.MatchEnd(before, out var found);
        qualifier = found ?? Qualifier.Exact;
        return found is null ? 0 : length;
    }

    public int MatchTrailing(ReadOnlySpan<char> after, out Qualifier qualifier) => _trailing.MatchStart(after, out qualifier);
}
