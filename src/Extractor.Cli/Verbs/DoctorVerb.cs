using System.CommandLine;
using System.Runtime.InteropServices;
using Extractor.Core;
using Extractor.Storage;
using Extractor.Storage.Migrations;
using Extractor.Storage.Roles;
using Extractor.Storage.Schedules;
using Extractor.Storage.Servers;
using Npgsql;

namespace Extractor.Cli.Verbs;

/// <summary><c>doctor</c>: what is installed and reachable, and how to mend what is not. Changes nothing.</summary>
static class DoctorVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var command = new Command("doctor", "Say what is installed and reachable, and how to mend what is not") { database };
        command.SetAction(async (parsed, ct) =>
        {
            var well = true;
            void Report(bool good, string line)
            {
                well &= good;
                terminal.Out.WriteLine($"{(good ? "ok  " : "BAD ")} {Terminal.OneLine(line)}");
            }
            Report(true, $"ruleset {ClaimExtractor.Default.Ruleset} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
            if (parsed.GetValue(database) is { } connection)
                await CheckDatabaseAsync(connection, Report, ct);
            else
                CheckPrograms(Report);
            terminal.Out.Flush();
            return well ? ExitCode.Done : ExitCode.Found;
        });
        return command.WithExamples("extractor doctor", "extractor doctor --database postgres://extractor@db.example.org/extractor");
    }

    static void CheckPrograms(Action<bool, string> report)
    {
        try
        {
            var programs = ServerPrograms.Find();
            report(true, $"PostgreSQL {programs.Version} in {programs.Folder} for a private server");
        }
        catch (ServerProgramsException e)
        {
            report(false, e.Message);
        }
    }

    static async Task CheckDatabaseAsync(string connection, Action<bool, string> report, CancellationToken ct)
    {
        try
        {
            await using var db = Database.Open(connection);
            await using (var opened = await db.OpenConnectionAsync(ct))
            {
                foreach (var finding in await ServerCheck.ExamineAsync(opened, TimeProvider.System, ct))
                    report(finding.Good, finding.Text);
            }
            await new Migrator(db).VerifyAsync(ct);
            report(true, $"database {Database.Place(connection)} is reachable and up to date");
            await CheckRolesAsync(db, report, ct);
        }
        catch (Exception e) when (e is DatabaseException or NpgsqlException)
        {
            report(false, e.Message);
        }
    }

    static async Task CheckRolesAsync(NpgsqlDataSource db, Action<bool, string> report, CancellationToken ct)
    {
        if (!await QuartzTables.ExistAsync(db, ct))
            report(false, "the tables of the schedules are missing; run: extractor migrate");
        var lacking = await new RoleStore(db).LackingAsync(ct);
        if (lacking.Count > 0)
            report(false, $"{string.Join("; ", lacking)}; as a superuser of the server run in this database: call settle_roles()");
        else
            report(true, "the roles are there; a login of one is made with: call create_login('grafana', 'extractor_reader')");
    }
}
