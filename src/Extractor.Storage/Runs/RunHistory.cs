using Dapper;
using Npgsql;

namespace Extractor.Storage.Runs;

/// <summary>A run as people look at it.</summary>
/// <param name="Selection">Which documents, in the words of the command; null for a live run.</param>
/// <param name="Planned">Jobs at its start; 0 for a live run.</param>
/// <param name="Waiting">Jobs that are neither done nor parked.</param>
/// <param name="Retrying">Of them, those that have failed or lost their worker before.</param>
public sealed record RunSummary(
    int Id, string Kind, string State, string Ruleset, string? Selection, DateTime StartedAt, DateTime? EndedAt,
    long Planned, long Done, long Parked, long Waiting, long Retrying, long Added, long Retired, bool IsPublished)
{
    /// <summary>When it will be done if it goes on as so far; null where nothing tells.</summary>
    public DateTime? ExpectedEnd(DateTime now) =>
        State == "running" && Planned > Waiting ? now + (now - StartedAt) * ((double)Waiting / (Planned - Waiting)) : null;
}

/// <summary>What runs have done: the tables <c>runs</c> and <c>claims</c>, only read.</summary>
public sealed class RunHistory(NpgsqlDataSource db)
{
    // Counted for all runs of a page at once, by index: where claims are in shards, each is asked once.
    static string Summaries(string page) => $"""
        with page as materialized (select * from runs r where {page})
        select r.run_id as id, r.kind::text as kind, r.state::text as state, r.ruleset, r.selection, r.started_at as startedat, r.ended_at as endedat,
               r.planned, coalesce(r.done, j.done, 0) as done, coalesce(r.parked, j.parked, 0) as parked, coalesce(j.waiting, 0) as waiting, coalesce(j.retrying, 0) as retrying,
               coalesce(a.claims, 0) as added, coalesce(g.claims, 0) as retired, p.run_id is not null as ispublished
        from page r
        left join publication p on p.run_id = r.run_id
        left join (
          select first_run, count(*) as claims from claims where first_run in (select run_id from page) group by first_run
        ) a on a.first_run = r.run_id
        left join (
          select retired_run, count(*) as claims from claims where retired_run in (select run_id from page) group by retired_run
        ) g on g.retired_run = r.run_id
        left join (
          select of_run, count(*) filter (where state = 'done') as done, count(*) filter (where state = 'parked') as parked,
                 count(*) filter (where state in ('ready', 'leased')) as waiting,
                 count(*) filter (where state in ('ready', 'leased') and (attempts > 1 or crashes > 0)) as retrying
          from jobs where of_run in (select run_id from page where state = 'running') group by of_run
        ) j on j.of_run = r.run_id
        order by r.run_id desc
        """;

    static readonly string List = Summaries("@before::integer is null or r.run_id < @before order by r.run_id desc limit @limit");

    static readonly string One = Summaries("r.run_id = @id");

    const string Waiting = """
        select case when r.state = 'running' then (select count(*) from jobs where of_run = r.run_id and state in ('ready', 'leased')) end
        from runs r where r.run_id = @id
        """;

    const string Published = "select run_id from publication";

    // What readers of the one run see and those of the other do not: two index reads, joined by document.
    const string Differences = $"""
        select (c.first_run > @from) as isnew, {ChangedRow.Columns}
        from (
          select * from claims where first_run > @from and first_run <= @to and (retired_run is null or retired_run > @to)
          union all
          select * from claims where retired_run > @from and retired_run <= @to and first_run <= @from
        ) c
        join documents d using (document_id)
        where @after::uuid is null or c.document_id > @after
        order by c.document_id, c.span_start, c.span_end, isnew
        """;

    /// <param name="before">The last run of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<RunSummary>> ListAsync(int limit, CancellationToken ct, int? before = null)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<RunSummary>(new(List, new { limit, before }, commandTimeout: 600, cancellationToken: ct))];
    }

    public async Task<RunSummary?> FindAsync(int id, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<RunSummary>(new(One, new { id }, commandTimeout: 600, cancellationToken: ct));
    }

    /// <summary>How many jobs of a run are still to be done; null where it is over.</summary>
    public async Task<long?> FindWaitingAsync(int id, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<long?>(new(Waiting, new { id }, cancellationToken: ct));
    }

    /// <summary>The run that readers see; null in an empty database.</summary>
    public async Task<int?> FindPublishedAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<int?>(new(Published, cancellationToken: ct));
    }

    /// <summary>What changes for a reader who goes from one run to a later one, document by document in the order of the text.</summary>
    /// <param name="after">The last document of the page before; null for the first page.</param>
    public async IAsyncEnumerable<ClaimChange> DiffAsync(
        int from, int to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct, Guid? after = null)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var group = new List<ChangedRow>();
        await foreach (var row in connection.QueryUnbufferedAsync<ChangedRow>(Differences, new { from, to, after }, commandTimeout: 3600).WithCancellation(ct))
        {
            if (group.Count > 0 && group[0].DocumentId != row.DocumentId)
            {
                foreach (var change in ClaimChange.Pair(group))
                    yield return change;
                group.Clear();
            }
            group.Add(row);
        }
        foreach (var change in ClaimChange.Pair(group))
            yield return change;
    }
}
