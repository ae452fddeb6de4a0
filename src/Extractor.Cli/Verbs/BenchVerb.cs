using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Extractor.Cli.Benchmarks;
using Extractor.Cli.Inputs;

namespace Extractor.Cli.Verbs;

/// <summary><c>bench</c>: how fast claims are read here, beside a loop that only looks at every character.</summary>
static class BenchVerb
{
    const int HostileCharacters = 10_000;

    public static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var generate = new Option<string?>("--generate") { Description = "Measure with made pages of so many characters, such as 500k or 10M; 1M where no path is given", HelpName = "SIZE" };
        var seed = new Option<int>("--seed") { Description = "Which pages are made", HelpName = "N", DefaultValueFactory = _ => 1 };
        var folder = new Option<string?>("--out") { Description = "Write the made pages and their facts there, and measure nothing", HelpName = "DIR" };
        var command = new Command("bench", "Measure how fast claims are read") { generate, seed, folder, BenchLookupVerb.Create(terminal) };
        inputs.AddTo(command, needsPaths: false);
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(folder) is { } path)
                return Write(terminal, path, Made(parsed.GetValue(generate), parsed.GetValue(seed)));
            var isMade = inputs.Paths(parsed).Length == 0;
            if (!isMade && parsed.GetValue(generate) is not null)
                throw new CliException(ExitCode.Usage, "bench: measures either paths or --generate");
            var corpus = isMade ? Made(parsed.GetValue(generate), parsed.GetValue(seed)).ToList() : Read(inputs, parsed);
            if (corpus.Count == 0)
                throw new CliException(ExitCode.Missing, "bench: no document to measure with");
            await MeasureAsync(terminal, corpus, ct);
            return ExitCode.Done;
        });
        return command.WithExamples("extractor bench", "extractor bench --documents facts.jsonl pages/", "extractor bench --generate 10M --seed 7 --out load/");
    }

    static IEnumerable<LoadDocument> Made(string? size, int seed) =>
        new LoadCorpus(seed).Generate(Characters(size ?? "1M") ?? throw new CliException(ExitCode.Usage, $"--generate {size}: not a number of characters, such as 500k or 10M"));

    /// <summary>500k, 10M, 1G; null for what is none above zero.</summary>
    static long? Characters(string size)
    {
        var unit = size.Length == 0 ? 1 : char.ToLowerInvariant(size[^1]) switch { 'k' => 1_000L, 'm' => 1_000_000L, 'g' => 1_000_000_000L, _ => 1 };
        return long.TryParse(unit > 1 ? size[..^1] : size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000_000 ? number * unit : null;
    }

    static List<LoadDocument> Read(InputOptions inputs, ParseResult parsed)
    {
        var facts = inputs.Facts(parsed);
        return [.. inputs.Files(parsed).Files.Select(file => new LoadDocument(file.Read(inputs.MaxSize(parsed), inputs.Charset(parsed)), facts[file.Name]))];
    }

    static int Write(Terminal terminal, string folder, IEnumerable<LoadDocument> corpus)
    {
        var pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        using var facts = new StreamWriter(Path.Combine(folder, "documents.jsonl"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var (documents, characters) = (0, 0L);
        foreach (var (text, known) in corpus)
        {
            File.WriteAllText(Path.Combine(pages, known.Document), text);
            facts.WriteLine(JsonSerializer.Serialize(new { document = known.Document, publication = known.Publication, region = known.Region, published = known.Published }));
            (documents, characters) = (documents + 1, characters + text.Length);
        }
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{documents:N0} pages of {characters:N0} characters in {folder}"));
        return ExitCode.Done;
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
        var one = Throughput.Measure(corpus, threads: 1, ct);
        Print("1 thread", $"{one.CharactersPerSecond / 1e6:0.00} million characters a second, 1/{floor.CharactersPerSecond / one.CharactersPerSecond:N0} of the floor; {one.Claims / one.Seconds:N0} claims a second");
        var two = Throughput.Measure(corpus, threads: 2, ct);
        Print("2 threads", $"{two.CharactersPerSecond / 1e6:0.00} million characters a second, {two.CharactersPerSecond / one.CharactersPerSecond:0.00} times one");
        Print("allocated", $"{(double)one.Bytes / one.Characters:N0} bytes a character; a claim every {(double)one.Characters / Math.Max(1, one.Claims):N0} characters");
        using (var process = Process.GetCurrentProcess())
            Print("memory", $"{process.PeakWorkingSet64 / 1e6:N0} MB at most, the corpus itself included");
        Print("start", $"{(await StartTime.MeasureAsync(ct)).TotalMilliseconds:N0} ms for extract of one sentence, median of ten");
        foreach (var hostile in HostileText.All)
        {
            ct.ThrowIfCancellationRequested();
            var (n, twice, four) = hostile.Measure(HostileCharacters);
            Print("hostile", $"{hostile.Name}: {n * 1000:0.0} ms for {HostileCharacters:N0} characters, ×{twice / n:0.0} for twice, ×{four / n:0.0} for four times as many");
        }
    }
}
