using Extractor.Core.Claims;
using Extractor.Core.Comparisons;

namespace Extractor.Storage.Evidence;

/// <summary>A claim of the pasted text, with what the stored ones say of it.</summary>
/// <param name="Evidence">The closest first, at most <see cref="FactCheck.MostEvidence"/>.</param>
public sealed record CheckedClaim(Claim Claim, Judgement Judgement, IReadOnlyList<EvidenceClaim> Evidence);

/// <summary>A pasted text, checked.</summary>
/// <param name="Claims">In the order of the text; their spans count its code points.</param>
/// <param name="LeftOut">How many claims of the text were not looked at, beyond <see cref="FactCheck.MostClaims"/>.</param>
public sealed record CheckedText(string Ruleset, IReadOnlyList<CheckedClaim> Claims, int LeftOut);
