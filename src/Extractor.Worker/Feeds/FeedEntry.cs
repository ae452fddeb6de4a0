namespace Extractor.Worker.Feeds;

/// <summary>An entry as it stands in a feed, whatever the format. Texts may hold HTML.</summary>
/// <param name="Link">As written; may be relative.</param>
/// <param name="Id">What the feed calls it: guid, id, rdf:about.</param>
/// <param name="Published">As written.</param>
sealed record FeedEntry(string? Title, string? Link, string? Id, string? Content, string? Published);
