using Extractor.Core.Claims;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Cli.Evaluations;

/// <summary>What is scored: a claim, or the bare quantity of a recognizer.</summary>
sealed record Prediction(
    string Document, TextSpan Span, string Text, string? Value, string? Low, string? High, string Unit, string Qualifier, Claim? Claim)
{
    public static Prediction Of(string document, Claim claim) => new(
        document, claim.Span, claim.Text, claim.Value, claim.Low, claim.High, claim.Unit, claim.Qualifier.Code(), claim);

    public static Prediction Of(string document, QuantityMention mention) => new(
        document, mention.Span, mention.Text, mention.Value, mention.Low, mention.High, mention.Unit, mention.Qualifier.Code(), null);

    /// <summary>The rule that gave a field, such as <c>indicator:before</c>; empty where no rule is named.</summary>
    public string RuleOf(Field field)
    {
        var dimension = field is Field.Value or Field.Unit or Field.Qualifier ? "quantity" : field.Code();
        return Claim?.Rules.FirstOrDefault(rule => rule.StartsWith(dimension + ":", StringComparison.Ordinal)) ?? "";
    }
}
