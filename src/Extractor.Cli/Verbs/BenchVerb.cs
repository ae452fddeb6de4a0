using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Extractor.Cli.Benchmarks;
using Extractor.Cli.Inputs;

namespace Extractor.Cli.Verbs;

/// <summary><c>bench</c>: how fast claims are read here, beside a loop that only looks at every character.</summary>
static class BenchVerb
{
    const int HostileCharacters = 10_000;

    // It takes a second for what the others read in some milliseconds.
    const int SampleForMicrosoft = 40;

    public static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var folder = new Option<string?>("--out") { Description = "Write the made pages and their facts there, and measure nothing", HelpName = "DIR" };
        var command = new Command("bench", "Measure how fast claims are read") { folder, BenchLookupVerb.Create(terminal), BenchStoreVerb.Create(terminal) };
        var made = new LoadOptions(command);
        inputs.AddTo(command, needsPaths: false);
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(folder) is { } path)
            {
                var (documents, characters) = LoadFolder.Write(path, made.Generate(parsed));
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{documents:N0} pages of {characters:N0} characters in {path}"));
                return ExitCode.Done;
            }
            var isMade = inputs.Paths(parsed).Length == 0;
            if (!isMade && made.IsAsked(parsed))
                throw new CliException(ExitCode.Usage, "bench: measures either paths or --generate");
            var corpus = isMade ? made.Generate(parsed).ToList() : Read(inputs, parsed);
            if (corpus.Count == 0)
                throw new CliException(ExitCode.Missing, "bench: no document to measure with");
            await MeasureAsync(terminal, corpus, ct);
            return ExitCode.Done;
        });
        return command.WithExamples("extractor bench", "extractor bench --documents facts.jsonl pages/", "extractor bench --generate 10M --seed 7 --out load/");
    }

    static List<LoadDocument> Read(InputOptions inputs, ParseResult parsed)
    {
        var facts = inputs.Facts(parsed);
        return [.. inputs.Files(parsed).Files.Select(file => new LoadDocument(file.Read(inputs.MaxSize(parsed), inputs.Charset(parsed)), facts[file.Name]))];
    }

    static async Task MeasureAsync(Terminal terminal, List<LoadDocument> corpus, CancellationToken ct)
    {
        void Print(string name, FormattableString line)
        {
            terminal.Out.WriteLine($"{name,-10} {line.ToString(CultureInfo.InvariantCulture)}");
            terminal.Out.Flush();
        }
        var floor = Throughput.Floor(corpus);
        Print("corpus", $"{corpus.Count:N0} documents, {floor.Characters:N0} characters");
        Print("floor", $"{floor.CharactersPerSecond / 1e6:N0} million characters a second, looking for digits alone");
        var (one, two) = Throughput.Measure(corpus, ct);
        Print("1 thread", $"{one.CharactersPerSecond / 1e6:0.00} million characters a second, 1/{floor.CharactersPerSecond / one.CharactersPerSecond:N0} of the floor; {one.Claims / one.Seconds:N0} claims a second");
        Print("2 threads", $"{two.CharactersPerSecond / 1e6:0.00} million characters a second, {two.CharactersPerSecond / one.CharactersPerSecond:0.00} times one (arithmetic alone {TwoThreads.Arithmetic():0.00} times, allocation alone {TwoThreads.Allocation():0.00})");
        Print("allocated", $"{(double)one.Bytes / one.Characters:N0} bytes a character; a claim every {(double)one.Characters / Math.Max(1, one.Claims):N0} characters");
        if (RecognizerChoice.HasMicrosoft)
        {
            var sample = corpus.Take(SampleForMicrosoft).ToList();
            var theirs = Throughput.Measure(sample, RecognizerChoice.Microsoft("bench"));
            Print("microsoft", $"{theirs.CharactersPerSecond / 1e6:0.000} million characters a second for quantities alone, 1/{one.CharactersPerSecond / theirs.CharactersPerSecond:N0} of one thread, of the first {theirs.Characters:N0} characters");
        }
        using (var process = Process.GetCurrentProcess())
            Print("memory", $"{process.PeakWorkingSet64 / 1e6:N0} MB at most, the corpus itself included");
        Print("start", $"{(await StartTime.MeasureAsync(ct)).TotalMilliseconds:N0} ms for extract of one sentence, median of ten");
        foreach (var size in (int[])[8, 64])
        {
            var (peak, time) = await PeakMemory.MeasureAsync(size << 20, seed: 1, ct);
            Print($"{size} MiB", $"{peak / 1e6:N0} MB at most to extract one document of that size as JSON Lines, in {time.TotalSeconds:0.0} s");
        }
        foreach (var hostile in HostileText.All)
        {
            ct.ThrowIfCancellationRequested();
            var (n, twice, four) = hostile.Measure(HostileCharacters);
            Print("hostile", $"{hostile.Name}: {n * 1000:0.0} ms for {HostileCharacters:N0} characters, ×{twice / n:0.0} for twice, ×{four / n:0.0} for four times as many");
        }
    }
}
