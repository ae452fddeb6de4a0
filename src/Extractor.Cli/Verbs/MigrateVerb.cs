using System.CommandLine;

namespace Extractor.Cli.Verbs;

/// <summary><c>migrate</c>: brings the database's schema forward.</summary>
static class MigrateVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var command = new Command("migrate", "Bring the database's schema up to date") { database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAnyAsync(parsed.GetValue(database), ct);
            var applied = await session.MigrateAsync(ct);
            foreach (var migration in applied)
                terminal.Out.WriteLine($"applied {migration.File}");
            if (applied.Count == 0)
                terminal.Out.WriteLine("the schema is up to date");
            terminal.Out.Flush();
            return ExitCode.Done;
        });
        return command.WithExamples(
            "extractor migrate",
            "extractor migrate --database postgres://extractor@db.example.org/extractor");
    }
}
