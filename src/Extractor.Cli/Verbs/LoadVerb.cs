using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Core;
using Extractor.Worker.Generations;

namespace Extractor.Cli.Verbs;

/// <summary><c>load</c>: stores what <c>generate</c> has read elsewhere.</summary>
static class LoadVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var parts = new Argument<string[]>("parts") { Description = "Files that generate has written, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var command = new Command("load", "Store the documents and claims of parts, under the run that readers see") { parts, database };
        command.SetAction(async (parsed, ct) =>
        {
            var failures = new Failures(terminal);
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var paths = parsed.GetValue(parts)!;
            var loaded = await terminal.ShowAsync("loading parts", paths.Length, progress =>
                new GenerationLoader(session.Db, ClaimExtractor.Default.Ruleset, failures.Add).LoadAsync(paths, progress, ct));
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{loaded.Documents} documents with {loaded.Claims} claims loaded; {loaded.Known} known before and left as they were; {loaded.Erased} erased before and not taken in again"));
            terminal.Out.Flush();
            return failures.Code(loaded.Documents + loaded.Known + loaded.Erased);
        });
        return command.WithExamples("extractor load part-*.jsonl", "gunzip -c part.jsonl.gz | extractor load -");
    }
}
