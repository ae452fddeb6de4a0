using Dapper;
using Npgsql;

namespace Extractor.Storage.Documents;

/// <summary>Which documents are wanted. What is null is not asked for.</summary>
/// <param name="Name">Words in the name or the URI.</param>
/// <param name="From">Published on that day or later.</param>
/// <param name="To">Published on that day or earlier.</param>
public sealed record DocumentFilter(
    string? Publication = null, string? Source = null, string? Name = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>A document as people look at it.</summary>
/// <param name="Length">Of its text, in code points.</param>
/// <param name="DuplicateOf">The document under which the same text stands already.</param>
/// <param name="Claims">As of its last reading; null where it has not been read yet.</param>
public sealed record DocumentSummary(
    Guid Id, string Source, string Uri, string Name, string? Publication, string? Region, DateOnly? Published,
    int Length, Guid? DuplicateOf, int? Articles, int? Claims, string? Ruleset, DateTime CreatedAt, DateTime ReceivedAt, DateTime? ReadAt);

/// <summary>A document with the text that its claims were read from.</summary>
public sealed record DocumentText(DocumentSummary Summary, byte[] Version, string Text, IReadOnlyList<ArticleSpan> Articles);

/// <summary>One text in a document, in code points.</summary>
public sealed record ArticleSpan(int Start, int End, int? HeadlineStart, int? HeadlineEnd);

/// <summary>A paper, and what of it there is.</summary>
public sealed record PublicationSummary(string? Name, long Documents, long Claims, DateOnly? First, DateOnly? Last);

/// <summary>The last document of a page.</summary>
public sealed record DocumentPlace(DateTime CreatedAt, Guid Id);

/// <summary>Documents as readers look for them.</summary>
public sealed class DocumentList(NpgsqlDataSource db)
{
    // What a re-extraction under way has read, nobody sees yet.
    const string Summaries = """
        select d.document_id as id, d.source, d.uri, d.name, v.publication, v.region, v.published, v.length, d.duplicate_of as duplicateof,
               case when r.run_id > p.run_id then r.previous_articles else r.articles end as articles,
               case when r.run_id > p.run_id then r.previous_claims else r.claims end as claims,
               case when r.run_id > p.run_id then r.previous_ruleset else r.ruleset end as ruleset,
               d.created_at as createdat, v.received_at as receivedat,
               case when r.run_id > p.run_id then r.previous_stored_at else r.stored_at end as readat
        from documents d
        left join publication p on true
        left join receipts r using (document_id)
        join document_versions v on v.document_id = d.document_id
          and v.version = coalesce(case when r.run_id > p.run_id then r.previous_version else r.version end, d.version)
        """;

    const string One = $"{Summaries} where d.document_id = @id";

    const string Text = """
        select v.version, v.text
        from documents d
        left join publication p on true
        left join receipts r using (document_id)
        join document_versions v on v.document_id = d.document_id
          and v.version = coalesce(case when r.run_id > p.run_id then r.previous_version else r.version end, d.version)
        where d.document_id = @id
        """;

    const string Articles = """
        select a.span_start as start, a.span_end as "end", a.headline_start as headlinestart, a.headline_end as headlineend
        from publication p
        join articles a on a.first_run <= p.run_id and (a.retired_run is null or a.retired_run > p.run_id)
        where a.document_id = @id
        order by a.span_start, a.span_end
        """;

    const string Headlines = """
        select distinct on (a.document_id) a.document_id, substring(v.text from a.headline_start + 1 for least(a.headline_end - a.headline_start, 100)) as headline
        from publication p
        join articles a on a.first_run <= p.run_id and (a.retired_run is null or a.retired_run > p.run_id)
        join documents d on d.document_id = a.document_id
        left join receipts r on r.document_id = a.document_id
        join document_versions v on v.document_id = a.document_id
          and v.version = coalesce(case when r.run_id > p.run_id then r.previous_version else r.version end, d.version)
        where a.document_id = any(@documents) and a.headline_end > a.headline_start
        order by a.document_id, a.span_start
        """;

    const string Publications = """
        select v.publication as name, count(*) as documents, coalesce(sum(r.claims), 0)::bigint as claims, min(v.published) as first, max(v.published) as last
        from documents d
        join document_versions v on v.document_id = d.document_id and v.version = d.version
        left join receipts r on r.document_id = d.document_id
        where d.duplicate_of is null
        group by v.publication
        order by count(*) desc, v.publication
        """;

    /// <summary>Those that came in last first.</summary>
    public async Task<IReadOnlyList<DocumentSummary>> FindAsync(DocumentFilter filter, DocumentPlace? after, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var conditions = new Conditions()
            .If(filter.Publication, "publication", "v.publication = @publication")
            .If(filter.Source, "source", "d.source = @source")
            .If(filter.Name is { } name ? Conditions.Like(name) : null, "name", "(d.name ilike @name or d.uri ilike @name)")
            .If(filter.From, "from", "v.published >= @from")
            .If(filter.To, "to", "v.published <= @to")
            .With("limit", limit);
        if (after is not null)
            conditions.With("created_after", after.CreatedAt).With("id_after", after.Id).Always("(d.created_at, d.document_id) < (@created_after, @id_after)");
        return (await connection.QueryAsync<DocumentSummary>(new($"""
            {Summaries}
            where {conditions.Sql}
            order by d.created_at desc, d.document_id desc
            limit @limit
            """, conditions.Parameters, cancellationToken: ct))).AsList();
    }

    public async Task<DocumentSummary?> FindOneAsync(Guid id, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<DocumentSummary>(new(One, new { id }, cancellationToken: ct));
    }

    /// <summary>A document with its text and articles; null where there is none.</summary>
    public async Task<DocumentText?> FindTextAsync(Guid id, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        if (await connection.QuerySingleOrDefaultAsync<DocumentSummary>(new(One, new { id }, cancellationToken: ct)) is not { } summary)
            return null;
        var (version, text) = await connection.QuerySingleAsync<(byte[], string)>(new(Text, new { id }, cancellationToken: ct));
        var articles = await connection.QueryAsync<ArticleSpan>(new(Articles, new { id }, cancellationToken: ct));
        return new(summary, version, text, articles.AsList());
    }

    /// <summary>The first headline of each document that has one, cut to 100 characters.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> HeadlinesAsync(IEnumerable<Guid> documents, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var found = await connection.QueryAsync<(Guid, string)>(new(Headlines, new { documents = documents.ToArray() }, cancellationToken: ct));
        return found.ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }

    /// <summary>The richest first.</summary>
    public async Task<IReadOnlyList<PublicationSummary>> PublicationsAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<PublicationSummary>(new(Publications, cancellationToken: ct))).AsList();
    }
}
