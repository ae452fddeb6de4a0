using System.CommandLine;
using System.Globalization;
using Dapper;
using Extractor.Cli.Benchmarks;
using Extractor.Storage;
using Extractor.Storage.Migrations;
using Extractor.Storage.Runs;
using Npgsql;
using Spectre.Console;

namespace Extractor.Cli.Verbs;

/// <summary><c>bench lookup</c>: how fast readers are answered over a million claims.</summary>
static class BenchLookupVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var claims = new Option<int>("--claims") { Description = "How many to make up", HelpName = "N", DefaultValueFactory = _ => 1_000_000 };
        var plans = new Option<bool>("--plans") { Description = "Print the server's plans; the login must be a superuser's" };
        var command = new Command("lookup", "Make claims up in a database of their own, time what readers ask, and drop the database") { database, claims, plans };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAnyAsync(parsed.GetValue(database), ct);
            var name = $"extractor_bench_{Environment.ProcessId}";
            await ExecuteAsync(session, $"create database {name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'", ct);
            try
            {
                await RunAsync(terminal, session.ConnectionOf(name), parsed.GetValue(claims), parsed.GetValue(plans), ct);
            }
            finally
            {
                NpgsqlConnection.ClearAllPools();
                await ExecuteAsync(session, $"drop database {name} with (force)", CancellationToken.None);
            }
            return ExitCode.Done;
        });
        return command.WithExamples("extractor bench lookup", "extractor bench lookup --claims 100000 --plans");
    }

    static async Task RunAsync(Terminal terminal, string connection, int claims, bool plans, CancellationToken ct)
    {
        await using var db = Database.Open(connection);
        await new Migrator(db).MigrateAsync(ct);
        await terminal.ShowAsync("making claims up", claims, async progress =>
        {
            await FillAsync(db, claims, progress, ct);
            return true;
        });
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new("question"), new TableColumn("rows").RightAligned(), new TableColumn("p50 ms").RightAligned(), new TableColumn("p95 ms").RightAligned(), new TableColumn("most ms").RightAligned());
        foreach (var (question, ask) in LookupBench.Questions)
        {
            var timing = await LookupBench.TakeAsync(db, question, ask, ct);
            table.AddRow([question, .. ((IFormattable[])[timing.Rows, timing.P50, timing.P95, timing.Most]).Select(figure => figure.ToString(figure is int ? "N0" : "0.0", CultureInfo.InvariantCulture))]);
        }
        terminal.Tables().Write(table);
        if (plans)
            await PrintPlansAsync(terminal, connection, ct);
        terminal.Out.Flush();
    }

    static async Task FillAsync(NpgsqlDataSource db, int claims, Action<double> progress, CancellationToken ct)
    {
        await new RunStore(db).OpenAsync("catalogue", ct);
        await MillionClaims.FillAsync(db, claims, progress, ct);
    }

    static async Task PrintPlansAsync(Terminal terminal, string connection, CancellationToken ct)
    {
        var log = new PlanLog();
        await using var db = log.Open(connection);
        foreach (var (question, ask) in LookupBench.Questions)
        {
            await ask(db, 0, ct);
            log.Clear();
            await ask(db, 0, ct);
            terminal.Out.WriteLine($"\n== {question}");
            foreach (var plan in log.Plans)
                terminal.Out.WriteLine(plan);
        }
    }

    static async Task ExecuteAsync(DatabaseSession session, string sql, CancellationToken ct)
    {
        await using var connection = await session.Db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, commandTimeout: 120, cancellationToken: ct));
    }
}
