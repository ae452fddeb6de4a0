using System.CommandLine;
using System.Runtime.InteropServices;
using Extractor.Core;
using Extractor.Storage;
using Extractor.Storage.Migrations;
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
            await new Migrator(db).VerifyAsync(ct);
            report(true, $"database {Database.Place(connection)} is reachable and up to date");
        }
        catch (Exception e) when (e is DatabaseException or NpgsqlException)
        {
            report(false, e.Message);
        }
    }
}
