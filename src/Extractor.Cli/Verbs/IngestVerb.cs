using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Core;
using Extractor.Storage.Documents;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Verbs;

/// <summary><c>ingest</c>: stores documents and queues them for the workers.</summary>
static class IngestVerb
{
    public static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var database = DatabaseSession.CreateOption();
        var source = new Option<string?>("--source")
        {
            Description = "Names the collection; a document is then known by its path below the argument, else by its full path",
            HelpName = "NAME",
            DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_SOURCE"),
        };
        var command = new Command("ingest", "Store documents and queue them to be read by workers") { database, source };
        inputs.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var (facts, list) = (inputs.Facts(parsed), inputs.Files(parsed));
            var (maxSize, charset) = (inputs.MaxSize(parsed), inputs.Charset(parsed));
            var failures = new Failures(terminal);
            foreach (var failure in list.Failures)
                failures.Add(failure);
            if (list.Files.Count == 0)
                return failures.Code(0);
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var count = await IngestAsync(
                terminal, session, list.Files, file => ToDocument(file, parsed.GetValue(source), facts, maxSize, charset), failures, ct);
            terminal.Out.WriteLine(count.ToString());
            terminal.Out.Flush();
            return failures.Code(count.Total);
        });
        return command.WithExamples(
            "extractor ingest --documents facts.jsonl pages/",
            "extractor ingest --source 西藏日报 2024-03-01/",
            "curl -s https://example.org/page.html | extractor ingest -");
    }

    static Document ToDocument(InputFile file, string? source, FactsFile facts, int maxSize, string? charset) => new(
        source ?? (file.Path == InputFile.StandardInput ? "stdin" : "files"),
        source is not null || file.Path == InputFile.StandardInput ? file.Below : Path.GetFullPath(file.Path),
        file.Read(maxSize, charset), facts[file.Name]);

    /// <summary>Stores and queues documents one by one; what cannot be read is reported and passed over.</summary>
    public static async Task<IngestCount> IngestAsync(
        Terminal terminal, DatabaseSession session, IReadOnlyList<InputFile> files, Func<InputFile, Document> read,
        Failures failures, CancellationToken ct)
    {
        var ingester = await Ingester.OpenAsync(session.Db, session.Work, ClaimExtractor.Default.Ruleset, ct);
        return await terminal.ShowAsync("storing documents", files.Count, async progress =>
        {
            var count = new IngestCount(0, 0, 0, 0);
            foreach (var file in files)
            {
                ct.ThrowIfCancellationRequested();
                try
                {
                    count = count.With(await ingester.PutAsync(read(file), ct));
                    progress(count.Total);
                }
                catch (CliException failure)
                {
                    failures.Add(failure);
                }
            }
            return count;
        });
    }
}

/// <summary>What an ingestion came to.</summary>
sealed record IngestCount(int Total, int New, int Changed, int Queued)
{
    public IngestCount With(Ingested ingested) => new(
        Total + 1,
        New + (ingested.Putting == Putting.New ? 1 : 0),
        Changed + (ingested.Putting == Putting.Changed ? 1 : 0),
        Queued + (ingested.Queued ? 1 : 0));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Total} documents: {New} new, {Changed} changed, {Total - New - Changed} known; {Queued} queued");
}
