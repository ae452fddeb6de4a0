using Dapper;
using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Queue;

/// <summary>
/// Takes, ends, renewals and lapses of leases in any order, by holders of tokens old and new, against a model of a few
/// lines: whoever holds a job's last token may change it, nobody else does.
/// </summary>
public sealed class JobQueueModelTests(TestServer server)
{
    const int Jobs = 4, Steps = 60;

    static readonly QueueLimits Limits = new(TimeSpan.FromMinutes(1), Attempts: 3, Crashes: 3);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    sealed record Modelled(string State, long? Token, int Attempts, int Crashes)
    {
        public bool IsHeldBy(Job job) => Token == job.Token;

        public Modelled Settle(string state) => this with { State = state, Token = null };

        public override string ToString() => $"{State} {Attempts} {Crashes}";
    }

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 12));

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Only_the_last_token_changes_a_job(int seed)
    {
        await using var db = await server.MigratedAsync();
        var (queue, random) = (new JobQueue(db, Limits), new Random(seed));
        var ids = await EnqueueAsync(db);
        var model = ids.ToDictionary(id => id, _ => new Modelled("ready", null, 0, 0));
        var taken = new List<Job>();
        var story = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            var job = taken.Count > 0 ? taken[random.Next(taken.Count)] : null;
            switch (random.Next(9))
            {
                case 0 or 1:
                    var limit = random.Next(1, Jobs);
                    var free = model.Where(entry => entry.Value is { State: "ready", Crashes: 0 }).Select(entry => entry.Key).Order().Take(limit).ToList();
                    var got = await queue.TakeAsync(JobQueue.Live, "w", limit, Watermark.Start, Ct);
                    Assert.Equal(free, got.Select(one => one.Id).Order());
                    Take(got);
                    break;
                case 2:
                    var suspect = await queue.TakeSuspectAsync([JobQueue.Live], "w", Ct);
                    Assert.Equal(model.Values.Any(entry => entry is { State: "ready", Crashes: > 0 }), suspect is not null);
                    Take(suspect is null ? [] : [suspect]);
                    break;
                case 3 when job is not null:
                    Assert.Equal(model[job.Id].IsHeldBy(job), await FinishAsync(db, job));
                    Change(job, entry => entry.Settle("done"), "done");
                    break;
                case 4 when job is not null:
                    Assert.Equal(model[job.Id].IsHeldBy(job), await queue.SettleAsync(job, new JobOutcome.Failed("boom", TimeSpan.Zero), Ct));
                    Change(job, entry => entry.Settle(entry.Attempts < Limits.Attempts ? "ready" : "parked"), "failed");
                    break;
                case 5 when job is not null:
                    await queue.ReturnAsync([job], Ct);
                    Change(job, entry => entry.Settle("ready") with { Attempts = entry.Attempts - 1 }, "returned");
                    break;
                case 6 when job is not null:
                    Assert.Equal(model[job.Id].IsHeldBy(job) ? 1 : 0, await queue.RenewAsync([job], Ct));
                    break;
                case 7 when job is not null:
                    await LapseAsync(db, job.Id);
                    Assert.Equal(model[job.Id].Token is null ? 0 : 1, await queue.SweepAsync(Ct));
                    if (model[job.Id] is { Token: not null } lost)
                        model[job.Id] = lost.Settle(lost.Crashes + 1 < Limits.Crashes ? "ready" : "parked") with { Crashes = lost.Crashes + 1 };
                    story.Add($"{job.Id} lost");
                    await ReadyAsync(db);
                    break;
                case 8 when job is not null:
                    Assert.Equal(model[job.Id].IsHeldBy(job), await queue.SettleAsync(job, new JobOutcome.Cancelled("old"), Ct));
                    Change(job, entry => entry.Settle("cancelled"), "cancelled");
                    break;
            }
            Assert.True(string.Join(", ", model.OrderBy(entry => entry.Key).Select(entry => entry.Value)) == await StatesAsync(db), string.Join("; ", story));
        }

        void Take(IEnumerable<Job> jobs)
        {
            foreach (var one in jobs)
            {
                taken.Add(one);
                model[one.Id] = model[one.Id] with { State = "leased", Token = one.Token, Attempts = model[one.Id].Attempts + 1 };
                story.Add($"{one.Id} taken");
            }
        }

        void Change(Job held, Func<Modelled, Modelled> change, string word)
        {
            if (model[held.Id].IsHeldBy(held))
                model[held.Id] = change(model[held.Id]);
            story.Add($"{held.Id} {word} by {held.Token}");
        }
    }

    static async Task<IReadOnlyList<long>> EnqueueAsync(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        Document[] documents = [.. Enumerable.Range(0, Jobs).Select(i => Samples.Document($"{i}", $"{i}"))];
        await DocumentStore.PutAsync(transaction, documents, Ct);
        Assert.Equal(Jobs, (await JobQueue.EnqueueAsync(transaction, documents, 5, Ct)).Count);
        await transaction.CommitAsync(Ct);
        return [.. await connection.QueryAsync<long>("select job_id from jobs order by 1")];
    }

    static async Task<bool> FinishAsync(NpgsqlDataSource db, Job job)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var held = await JobQueue.HoldAsync(transaction, [job], Ct);
        Assert.Equal(held.Count, await JobQueue.FinishAsync(transaction, [job], Ct));
        await transaction.CommitAsync(Ct);
        return held.Count > 0;
    }

    static Task LapseAsync(NpgsqlDataSource db, long job) =>
        ExecuteAsync(db, "update jobs set lease_until = now() - interval '1 second' where state = 'leased' and job_id = @job", new { job });

    static Task ReadyAsync(NpgsqlDataSource db) => ExecuteAsync(db, "update jobs set run_at = now() - interval '1 second' where state = 'ready'", null);

    static async Task ExecuteAsync(NpgsqlDataSource db, string sql, object? parameters)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync(new(sql, parameters, cancellationToken: Ct));
    }

    static async Task<string> StatesAsync(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return (await connection.ExecuteScalarAsync<string>(new("select string_agg(concat_ws(' ', state, attempts, crashes), ', ' order by job_id) from jobs", cancellationToken: Ct)))!;
    }
}
