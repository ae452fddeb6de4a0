using Extractor.Core.Catalogues;
using Extractor.Core.Claims;

namespace Extractor.Core.Comparisons;

/// <summary>Whether two claims measure the same.</summary>
/// <param name="Likeness">Of the names, 0 to 1; 1 where an id or the name is the same.</param>
/// <param name="Entry">What the catalogue knows of it; null where the two do not share an id.</param>
readonly record struct IndicatorComparison(IndicatorRelation Relation, decimal Likeness, CatalogueEntry? Entry)
{
    /// <summary>
    /// Different ids are different things, however alike their names (进口总额, 出口总额). A claim whose unit kept it from an id is
    /// known by its name all the same.
    /// </summary>
    public static IndicatorComparison Of(Claim pasted, Claim stored)
    {
        if (pasted.Indicator is not { } one || stored.Indicator is not { } other)
            return new(IndicatorRelation.Apart, 0, null);
        var (first, second) = (Find(pasted, one), Find(stored, other));
        if (first is not null && second is not null)
            return first != second ? new(IndicatorRelation.Apart, 0, null)
                : new(pasted.IndicatorId is not null && stored.IndicatorId is not null ? IndicatorRelation.SameId : IndicatorRelation.SameName, 1, first);
        var likeness = IndicatorName.Likeness(IndicatorName.Normalise(one), IndicatorName.Normalise(other));
        var relation = likeness == 1 ? IndicatorRelation.SameName : likeness >= IndicatorName.Floor ? IndicatorRelation.Alike : IndicatorRelation.Apart;
        return new(relation, likeness, relation == IndicatorRelation.SameName ? first ?? second : null);
    }

    static CatalogueEntry? Find(Claim claim, string name) =>
        claim.IndicatorId is { } id ? Catalogue.Default.ById(id) : Catalogue.Default.Find(name);
}
