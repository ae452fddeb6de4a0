using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Core;
using Extractor.Worker.Generations;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Verbs;

/// <summary><c>generate</c>: reads documents without a database, into a part that <c>load</c> takes.</summary>
static class GenerateVerb
{
    public static Command Create(Terminal terminal)
    {
        var (inputs, own) = (new InputOptions(), new IngestOptions());
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output where not said", HelpName = "PART.jsonl" };
        var secondOpinion = SecondOpinionOption.Create();
        var command = new Command("generate", "Read documents without a database, and write them with their claims to a part that load takes") { output, secondOpinion };
        inputs.AddTo(command);
        own.AddFactsTo(command);
        command.SetAction((parsed, ct) =>
        {
            var facts = inputs.Facts(parsed);
            var options = new IntakeOptions
            {
                Source = own.Source(parsed), Charset = inputs.Charset(parsed), MaxSize = inputs.MaxSize(parsed),
                Facts = document => facts[document], Pattern = own.Pattern(parsed),
            };
            var failures = new Failures(terminal);
            var list = inputs.Files(parsed, FolderRules.Ingestion);
            foreach (var failure in list.Failures)
                failures.Add(failure);
            if (list.Files.Count == 0)
                return Task.FromResult(failures.Code(0));
            var writer = new GenerationWriter(options, ClaimExtractor.Default.Ruleset, SecondOpinionOption.Reader(parsed.GetValue(secondOpinion)), failures.Add);
            using var stream = parsed.GetValue(output) is { } path ? Open(path) : null;
            using var buffered = new BufferedStream(stream ?? terminal.OutStream, 1 << 20);
            var documents = writer.Write(list.Files, buffered, ct);
            if (stream is not null)
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents"));
            terminal.Out.Flush();
            return Task.FromResult(failures.Code((int)Math.Min(documents, int.MaxValue)));
        });
        return command.WithExamples(
            "extractor generate --source 西藏日报 --documents facts.jsonl --output part-001.jsonl 2024-03/",
            "extractor generate pages/ | gzip > part.jsonl.gz");
    }

    static FileStream Open(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Missing, $"--output {path}: cannot be written ({e.Message})");
        }
    }
}
