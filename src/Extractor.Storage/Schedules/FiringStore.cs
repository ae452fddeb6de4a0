using System.Text;
using Dapper;
using Npgsql;

namespace Extractor.Storage.Schedules;

/// <summary>The table <c>schedule_firings</c>.</summary>
public sealed class FiringStore(NpgsqlDataSource db)
{
    const int LongestSummary = 2048;

    // A schedule never overlaps itself, so what is still open when it fires again was left by a worker that is no more.
    const string Begin = """
        with lost as (
          update schedule_firings
          set finished_at = now(), outcome = 'lost', summary = format('its worker %s ended before it did', worker)
          where schedule = @schedule and finished_at is null
        )
        insert into schedule_firings (schedule, kind, due_at, worker) values (@schedule, @kind, @due, @worker) returning firing_id
        """;

    // Only an open one: a unit of work may be done twice.
    const string Finish = """
        update schedule_firings
        set finished_at = now(), outcome = @outcome::firing_outcome, summary = @summary
        where firing_id = @id and finished_at is null
        """;

    const string List = """
        select firing_id as id, schedule, kind, due_at, fired_at, finished_at, outcome::text, summary, worker
        from schedule_firings
        where @schedule::text is null or schedule = @schedule
        order by firing_id desc
        limit @limit
        """;

    const string Latest = """
        select distinct on (schedule)
               firing_id as id, schedule, kind, due_at, fired_at, finished_at, outcome::text, summary, worker
        from schedule_firings
        where schedule = any (@schedules)
        order by schedule, firing_id desc
        """;

    /// <param name="due">When it should have fired; that it did is now, by the database's clock.</param>
    public async Task<long> BeginAsync(string schedule, string kind, DateTimeOffset due, string worker, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<long>(new(Begin, new { schedule, kind, due, worker }, cancellationToken: ct));
    }

    /// <param name="summary">What was done, or the error; cut to 2 kB.</param>
    public async Task FinishAsync(long id, bool done, string summary, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(
            Finish, new { id, outcome = done ? "done" : "failed", summary = Shortened(summary) }, cancellationToken: ct));
    }

    /// <summary>The newest first.</summary>
    /// <param name="schedule">Null for all.</param>
    public async Task<IReadOnlyList<Firing>> ListAsync(string? schedule, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<Firing>(new(List, new { schedule, limit }, cancellationToken: ct))];
    }

    /// <summary>The last firing of each schedule that ever fired.</summary>
    public async Task<IReadOnlyDictionary<string, Firing>> LatestAsync(IReadOnlyCollection<string> schedules, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<Firing>(new(Latest, new { schedules = schedules.ToArray() }, cancellationToken: ct));
        return rows.ToDictionary(firing => firing.Schedule);
    }

    // Cut between characters; a NUL is refused by the database.
    static string Shortened(string text)
    {
        var (bytes, kept) = (0, new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestSummary)
                break;
            kept.Append(rune.Value == 0 ? " " : rune.ToString());
        }
        return kept.ToString();
    }
}
