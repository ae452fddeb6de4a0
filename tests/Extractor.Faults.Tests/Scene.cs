using System.Diagnostics;
using System.Globalization;
using Dapper;
using Extractor.Storage;
using Npgsql;

namespace Extractor.Faults.Tests;

/// <summary>A database of its own for one fault, and the workers on it.</summary>
sealed class Scene : IAsyncDisposable
{
    // One for all waiting: a suite that hangs should say so. No test asserts a time.
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(Form.IsLong ? 30 : 10);

    readonly FaultServer _server;
    readonly Stopwatch _clock = Stopwatch.StartNew();

    Scene(FaultServer server, string name)
    {
        (_server, Name) = (server, name);
        Db = Database.Open(server.Connection(name));
        Oracle = new(Db);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Name { get; }

    public NpgsqlDataSource Db { get; }

    public Oracle Oracle { get; }

    public string Connection => _server.Connection(Name);

    public double Seconds => _clock.Elapsed.TotalSeconds;

    public static async Task<Scene> OpenAsync(FaultServer server, string template = "corpus") => new(server, await server.CopyAsync(template));

    public HostOptions Options(HostOptions options) => options.Database.Length > 0 ? options : options with { Database = Connection };

    public Fleet Start(int workers, HostOptions options, params (string, string)[] variables) =>
        new(this, [.. Enumerable.Repeat(Options(options), workers)], variables);

    /// <summary>Workers that differ.</summary>
    public Fleet Start(params HostOptions[] options) => new(this, [.. options.Select(Options)]);

    /// <summary>One worker reads all there is, undisturbed.</summary>
    public async Task DrainAsync(HostOptions options)
    {
        await using var worker = HostProcess.Start(Options(options) with { Drain = true });
        Assert.True(await worker.ExitAsync() == 0, worker.Log);
    }

    /// <summary>Jobs that are neither done nor parked; the database may be away.</summary>
    public async Task<long> LeftAsync() => await PatientlyAsync("select count(*) from jobs where state in ('ready', 'leased')");

    /// <summary>Jobs that nobody has begun.</summary>
    public async Task<long> WaitingAsync() => await PatientlyAsync("select count(*) from jobs where state = 'ready' and crashes = 0");

    /// <summary>The processes that hold leases.</summary>
    public async Task<HashSet<int>> HoldersAsync()
    {
        await using var connection = await Db.OpenConnectionAsync(Ct);
        return [.. (await connection.QueryAsync<string>(new("select distinct worker from jobs where state = 'leased'", cancellationToken: Ct)))
            .Select(name => int.Parse(name.Split(':')[^2], CultureInfo.InvariantCulture))];
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync(new(sql, cancellationToken: Ct));
    }

    public static async Task UntilAsync(Func<Task<bool>> enough, Func<string> otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !await enough();)
        {
            Assert.True(clock.Elapsed < Deadline, otherwise());
            await Task.Delay(50, Ct);
        }
    }

    /// <summary>Waits until so many more jobs have been done, or all.</summary>
    public async Task ProgressAsync(int jobs, Func<string> otherwise)
    {
        var goal = await PatientlyAsync("select count(*) from effects") + jobs;
        await UntilAsync(async () => await PatientlyAsync("select count(*) from effects") >= goal || await LeftAsync() == 0, otherwise);
    }

    async Task<long> PatientlyAsync(string question)
    {
        while (true)
        {
            try
            {
                return await Oracle.AskAsync<long>(question);
            }
            catch (NpgsqlException)
            {
                // Some faults are done to the server, and this asks the same one.
                await Task.Delay(50, Ct);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _server.RunAsync($"drop database {Name} with (force)");
    }
}
