using Dapper;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Claims;

/// <summary>The table <c>articles</c>. As of claims, only differences are written.</summary>
static class ArticleRows
{
    const string Retire = """
        update articles a
        set retired_run = @run
        where a.document_id = any(@documents) and a.retired_run is null
          and not exists (
            select from unnest(@of, @starts, @ends) as kept (document_id, span_start, span_end)
            where kept.document_id = a.document_id and kept.span_start = a.span_start and kept.span_end = a.span_end)
        """;

    // One that this very run had retired (a page corrected and corrected back) stands again.
    const string Insert = """
        insert into articles (document_id, span_start, span_end, headline_start, headline_end, first_run)
        select document_id, span_start, span_end, headline_start, headline_end, @run
        from unnest(@of, @starts, @ends, @headlineStarts, @headlineEnds) as a (document_id, span_start, span_end, headline_start, headline_end)
        where not exists (
          select from articles k
          where k.document_id = a.document_id and k.span_start = a.span_start and k.span_end = a.span_end and k.retired_run is null and k.document_id = any(@of))
        on conflict (document_id, span_start, span_end, first_run) do update
        set retired_run = null, headline_start = excluded.headline_start, headline_end = excluded.headline_end
        """;

    /// <param name="again">Documents that were read before.</param>
    public static async Task PutAsync(NpgsqlTransaction transaction, Run run, List<Findings> findings, Guid[] again, CancellationToken ct)
    {
        var articles = findings.SelectMany(one => one.Articles.Select(article => (one.Document, Article: article))).ToList();
        var rows = new
        {
            run = run.Id,
            documents = again,
            of = articles.ConvertAll(a => a.Document),
            starts = articles.ConvertAll(a => a.Article.Span.Start),
            ends = articles.ConvertAll(a => a.Article.Span.End),
            headlineStarts = articles.ConvertAll(a => a.Article.Headline?.Start),
            headlineEnds = articles.ConvertAll(a => a.Article.Headline?.End),
        };
        if (again.Length > 0)
            await transaction.Connection!.ExecuteAsync(new(Retire, rows, transaction, cancellationToken: ct));
        if (articles.Count > 0)
            await transaction.Connection!.ExecuteAsync(new(Insert, rows, transaction, cancellationToken: ct));
    }
}
