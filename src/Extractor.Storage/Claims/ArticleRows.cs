using Dapper;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Claims;

/// <summary>The table <c>articles</c>. As of claims, only differences are written.</summary>
static class ArticleRows
{
    // One that this very run had retired (a page corrected and corrected back) stands again.
    const string Put = """
        update articles a
        set retired_run = @run
        where a.document_id = any(@documents) and a.retired_run is null
          and not exists (
            select from unnest(@of, @starts, @ends) as kept (document_id, span_start, span_end)
            where kept.document_id = a.document_id and kept.span_start = a.span_start and kept.span_end = a.span_end);
        insert into articles (document_id, span_start, span_end, headline_start, headline_end, first_run)
        select document_id, span_start, span_end, headline_start, headline_end, @run
        from unnest(@of, @starts, @ends, @headlineStarts, @headlineEnds) as a (document_id, span_start, span_end, headline_start, headline_end)
        where not exists (
          select from articles k
          where k.document_id = a.document_id and k.span_start = a.span_start and k.span_end = a.span_end and k.retired_run is null)
        on conflict (document_id, span_start, span_end, first_run) do update
        set retired_run = null, headline_start = excluded.headline_start, headline_end = excluded.headline_end
        """;

    public static async Task PutAsync(NpgsqlTransaction transaction, Run run, List<Reading> readings, CancellationToken ct)
    {
        var articles = readings.SelectMany(reading => reading.Articles.Select(article => (reading.Document, Article: article))).ToList();
        await transaction.Connection!.ExecuteAsync(new(Put, new
        {
            run = run.Id,
            documents = readings.Select(reading => reading.Document).ToArray(),
            of = articles.Select(a => a.Document).ToArray(),
            starts = articles.Select(a => a.Article.Span.Start).ToArray(),
            ends = articles.Select(a => a.Article.Span.End).ToArray(),
            headlineStarts = articles.Select(a => a.Article.Headline?.Start).ToArray(),
            headlineEnds = articles.Select(a => a.Article.Headline?.End).ToArray(),
        }, transaction, cancellationToken: ct));
    }
}
