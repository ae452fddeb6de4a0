using System.CommandLine;
using Extractor.Storage.Erasures;

namespace Extractor.Cli.Verbs;

/// <summary><c>erase</c>: a document taken out for good.</summary>
static class EraseVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var word = new Argument<string>("DOCUMENT") { Description = "Its id, its path or address, or its name" };
        var yes = new Option<bool>("--yes") { Description = "Do it; without it is only said what would be erased" };
        var command = new Command("erase", "Take a document out for good, with all its versions, claims and jobs; it is not taken in again") { word, yes, database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var store = new ErasureStore(session.Db);
            var found = await store.FindAsync(parsed.GetValue(word)!, ct);
            foreach (var document in found)
                terminal.Out.WriteLine(Terminal.OneLine($"{document.Id} {document.Source} {document.Uri}: {document.Versions} versions, {document.Claims} claims"));
            terminal.Out.Flush();
            if (found.Count == 0)
                throw new CliException(ExitCode.Missing, $"{parsed.GetValue(word)}: no such document; name its id, its path or address, or its name");
            if (found.Count > 1)
                throw new CliException(ExitCode.Usage, $"{parsed.GetValue(word)}: {found.Count} documents are called so; name one by its id");
            if (!parsed.GetValue(yes))
            {
                terminal.Say("nothing was erased; add --yes to do it");
                return ExitCode.Done;
            }
            await store.EraseAsync(found[0].Id, ct);
            terminal.Say("erased; backups and archived logs of the database still hold it until they expire");
            return ExitCode.Done;
        });
        return command.WithExamples("extractor erase page.txt", "extractor erase 0c4f3a52-6c3e-6a0e-9d57-0f9a6f0f9a11 --yes");
    }
}
