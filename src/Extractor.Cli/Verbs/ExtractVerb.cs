using System.Collections.Concurrent;
using System.CommandLine;
using Extractor.Cli.Inputs;
using Extractor.Cli.Output;
using Extractor.Core;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Verbs;

/// <summary><c>extract</c>: claims on standard output, without a database.</summary>
static class ExtractVerb
{
    public static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var format = new Option<string>("--format")
        {
            Description = "table, jsonl or csv; a table on a terminal, else jsonl",
            HelpName = "table|jsonl|csv",
            DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_FORMAT") ?? (terminal.IsTerminal ? "table" : "jsonl"),
        };
        var secondOpinion = SecondOpinionOption.Create();
        var command = new Command("extract", "Write the claims of documents to standard output") { format, secondOpinion };
        inputs.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var isAsked = parsed.GetValue(secondOpinion);
            var reading = new Reading(SecondOpinionOption.Reader(isAsked), inputs.Facts(parsed), inputs.MaxSize(parsed), inputs.Charset(parsed));
            using var writer = Writer(parsed.GetValue(format)!, terminal, isAsked);
            var list = inputs.Files(parsed);
            // Where the claims themselves run over the terminal, a bar would only be in their way.
            return await terminal.ShowAsync(
                "reading", terminal.IsTerminal ? 0 : list.Files.Count,
                progress => Task.FromResult(Run(terminal, list, reading, writer, progress, ct)));
        });
        return command.WithExamples(
            "extractor extract page.txt",
            "extractor extract --documents facts.jsonl --format csv pages/ > claims.csv",
            "echo '截至2021年底，全区党员总数43万余名。' | extractor extract -");
    }

    static IClaimWriter Writer(string format, Terminal terminal, bool secondOpinion) => format switch
    {
        "table" => new ClaimTable(terminal.Tables(), secondOpinion),
        "jsonl" => new ClaimLines(new BufferedStream(terminal.OutStream, 1 << 16)),
        "csv" => new ClaimCsv(terminal.Out, secondOpinion),
        _ => throw new CliException(ExitCode.Usage, $"--format {format}: not table, jsonl or csv"),
    };

    static int Run(Terminal terminal, InputList inputs, Reading reading, IClaimWriter writer, Action<double> progress, CancellationToken ct)
    {
        var failures = new Failures(terminal);
        foreach (var failure in inputs.Failures)
            failures.Add(failure);
        var files = inputs.Files.OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var done = 0;
        // Read side by side, written in order, never more than a few documents ahead of the output.
        var read = files.Count == 1
            ? files.Select(reading.Read)
            : Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().WithCancellation(ct)
                .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(reading.Read);
        foreach (var (file, extraction, failure) in read)
        {
            ct.ThrowIfCancellationRequested();
            if (failure is not null)
                failures.Add(failure);
            else
            {
                writer.Write(file.Name, ClaimExtractor.Default.Ruleset, extraction!.Claims);
                done++;
            }
            progress(done);
        }
        terminal.Out.Flush();
        return failures.Code(done);
    }

    sealed record Reading(Func<string, DocumentFacts, Extraction> Extract, FactsFile Facts, int MaxSize, string? Charset)
    {
        public (InputFile File, Extraction? Extraction, InputException? Failure) Read(InputFile file)
        {
            try
            {
                return (file, Extract(file.Read(MaxSize, Charset), Facts[file.Name]), null);
            }
            catch (InputException failure)
            {
                return (file, null, failure);
            }
        }
    }
}
