using System.CommandLine;
using System.Globalization;
using Extractor.Storage.Migrations;
using Extractor.Storage.Shards;

namespace Extractor.Cli.Verbs;

/// <summary><c>migrate</c>: brings the database's schema forward, and distributes its tables where that is asked for.</summary>
static class MigrateVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var citus = new Option<bool>("--citus") { Description = "Also distribute the tables over the nodes of a Citus cluster; the database is the coordinator's" };
        var command = new Command("migrate", "Bring the database's schema up to date") { database, citus };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAnyAsync(parsed.GetValue(database), ct);
            if (parsed.GetValue(citus))
            {
                var (applied, distribution) = await session.DistributeAsync(ct);
                Write(terminal, applied);
                Write(terminal, distribution);
            }
            else
                Write(terminal, await session.MigrateAsync(ct));
            terminal.Out.Flush();
            return ExitCode.Done;
        });
        return command.WithExamples(
            "extractor migrate",
            "extractor migrate --database postgres://extractor@db.example.org/extractor",
            "extractor migrate --citus --database postgres://postgres@coordinator.example.org/extractor");
    }

    static void Write(Terminal terminal, IReadOnlyList<Migration> applied)
    {
        foreach (var migration in applied)
            terminal.Out.WriteLine($"applied {migration.File}");
        if (applied.Count == 0)
            terminal.Out.WriteLine("the schema is up to date");
    }

    static void Write(Terminal terminal, Distribution distribution)
    {
        foreach (var (table, placement) in distribution.Tables)
            terminal.Out.WriteLine(placement == Placement.Distributed ? $"distributed {table}" : $"copied {table} to every node");
        foreach (var key in distribution.Dropped)
            terminal.Out.WriteLine($"dropped foreign key {key}");
        if (distribution.Tables.Count == 0)
            terminal.Out.WriteLine("the tables are distributed already");
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{distribution.Nodes} {(distribution.Nodes == 1 ? "node holds" : "nodes hold")} shards"));
    }
}
