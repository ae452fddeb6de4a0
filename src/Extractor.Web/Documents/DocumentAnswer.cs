using Extractor.Storage.Checks;
using Extractor.Storage.Documents;
using Extractor.Web.Claims;

namespace Extractor.Web.Documents;

public sealed record DocumentLinks(string Self, string Claims);

/// <summary>A document without its text.</summary>
/// <param name="Document">The name that people see.</param>
/// <param name="Length">Of its text, in code points.</param>
/// <param name="DuplicateOf">The document under which the same text stands already.</param>
/// <param name="Claims">As of its last reading; null where it has not been read yet.</param>
public sealed record DocumentRow(
    Guid Id, string Document, string Source, string Uri, string? Publication, string? Region, DateOnly? Published, int Length, Guid? DuplicateOf,
    int? Articles, int? Claims, string? Ruleset, DateTime CreatedAt, DateTime ReceivedAt, DateTime? ReadAt, DocumentLinks Links)
{
    public static DocumentRow Of(DocumentSummary summary) => new(
        summary.Id, summary.Name, summary.Source, summary.Uri, summary.Publication, summary.Region, summary.Published, summary.Length, summary.DuplicateOf,
        summary.Articles, summary.Claims, summary.Ruleset, summary.CreatedAt, summary.ReceivedAt, summary.ReadAt,
        new(Web.Links.Document(summary.Id), Web.Links.Claims(("document", summary.Id.ToString()))));
}

/// <summary>One text in a document, with its claims in their order.</summary>
/// <param name="Start">In code points of the document's text, from 0.</param>
/// <param name="Utf16">The same span in UTF-16 code units.</param>
public sealed record ArticleAnswer(int Start, int End, SpanAnswer? Headline, SpanAnswer Utf16, SpanAnswer? Utf16Headline, IReadOnlyList<ClaimAnswer> Claims);

/// <summary>A document as its claims were read from it.</summary>
/// <param name="Version">The hash of text and facts.</param>
/// <param name="Checks">Whether its claims fit each other.</param>
public sealed record DocumentAnswer(
    Guid Id, string Document, string Source, string Uri, string? Publication, string? Region, DateOnly? Published, int Length, Guid? DuplicateOf,
    string Version, string? Ruleset, DateTime ReceivedAt, DateTime? ReadAt, string Text, IReadOnlyList<ArticleAnswer> Articles,
    IReadOnlyList<CheckSummary> Checks, DocumentLinks Links);
