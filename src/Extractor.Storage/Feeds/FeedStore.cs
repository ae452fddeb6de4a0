using System.Diagnostics;
using System.Text;
using Dapper;
using Npgsql;

namespace Extractor.Storage.Feeds;

/// <summary>The table <c>feeds</c>.</summary>
public sealed class FeedStore(NpgsqlDataSource db)
{
    const string Insert = """
        insert into feeds (name, url, publication, region, every)
        values (@Name, @Url, @Publication, @Region, @Every)
        on conflict do nothing
        """;

    const string Delete = "delete from feeds where name = @name";

    const string List = """
        select name, url, publication, region, enabled, due_at, polled_at, last_outcome::text, failures, last_error
        from feeds
        order by name
        """;

    // A lease by the clock: it outlasts any poll, and a feed whose poll died with its process is due again then.
    const string Take = """
        update feeds f
        set due_at = now() + interval '5 minutes'
        from (
          select feed_id from feeds
          where {0}
          order by due_at
          limit @limit
          for update skip locked
        ) due
        where f.feed_id = due.feed_id
        returning f.feed_id as id, f.name, f.url, f.publication, f.region, f.etag, f.last_modified as lastmodified
        """;

    static readonly string TakeDue = Take.Replace("{0}", "enabled and due_at <= now()", StringComparison.Ordinal);

    static readonly string TakeNamed = Take.Replace("{0}", "name = @name", StringComparison.Ordinal);

    const string Settled = "polled_at = now(), failures = 0, last_error = null, due_at = now() + every, enabled = true";

    const string Read = $"update feeds set last_outcome = 'read', etag = @etag, last_modified = @lastModified, {Settled} where feed_id = @id";

    const string Unchanged = $"update feeds set last_outcome = 'unchanged', {Settled} where feed_id = @id";

    // Twice as long after each failure, up to a day, or as long as the server asked for where that is longer.
    const string Failed = """
        update feeds
        set polled_at = now(), last_outcome = 'failed', last_error = @error, failures = failures + 1, enabled = enabled and not @gone,
            due_at = now() + greatest(
              least(every * power(2, least(failures, 16)), greatest(interval '1 day', every)),
              least(coalesce(@wait::interval, interval '0'), interval '7 days'))
        where feed_id = @id
        """;

    /// <returns>False where the name or the address is known already.</returns>
    public async Task<bool> AddAsync(NewFeed feed, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(Insert, feed, cancellationToken: ct)) > 0;
    }

    /// <returns>False where there is none of that name. Its documents stay.</returns>
    public async Task<bool> RemoveAsync(string name, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(Delete, new { name }, cancellationToken: ct)) > 0;
    }

    public async Task<IReadOnlyList<FeedState>> ListAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<FeedState>(new(List, cancellationToken: ct))];
    }

    /// <summary>Takes feeds that are due; nobody else gets them for five minutes, nor before they are settled.</summary>
    public async Task<IReadOnlyList<Feed>> TakeDueAsync(int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<Feed>(new(TakeDue, new { limit }, cancellationToken: ct))];
    }

    /// <summary>Takes a feed whether or not it is due.</summary>
    public async Task<Feed?> TakeAsync(string name, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Feed>(new(TakeNamed, new { name, limit = 1 }, cancellationToken: ct));
    }

    public async Task SettleAsync(Feed feed, FeedOutcome outcome, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(outcome switch
        {
            FeedOutcome.Read read => new(Read, new { id = feed.Id, etag = read.ETag, lastModified = read.LastModified }, cancellationToken: ct),
            FeedOutcome.Unchanged => new(Unchanged, new { id = feed.Id }, cancellationToken: ct),
            FeedOutcome.Failed failed => new CommandDefinition(
                Failed, new { id = feed.Id, error = Shortened(failed.Error), wait = failed.Wait, gone = failed.IsGone }, cancellationToken: ct),
            _ => throw new UnreachableException(),
        });
    }

    // The column holds 2,048 bytes; cut between characters.
    static string Shortened(string error) =>
        Encoding.UTF8.GetByteCount(error) <= 2048 ? error : string.Concat(error.EnumerateRunes().Take(500));
}
