namespace Extractor.Core.Documents;

/// <summary>What the publisher knows of a document. Each fact may be missing; then only the text can tell.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Publication">The newspaper or office: 西藏日报.</param>
/// <param name="Region">What 全区, 我省, 全市 mean where the text does not say: 西藏自治区.</param>
/// <param name="Published">The day of publication, against which 今年 and 上月 resolve.</param>
public sealed record DocumentFacts(
    string Document, string? Publication = null, string? Region = null, DateOnly? Published = null);
