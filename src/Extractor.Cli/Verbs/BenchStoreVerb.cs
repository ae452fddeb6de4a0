using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Benchmarks;

namespace Extractor.Cli.Verbs;

/// <summary><c>bench store</c>: how fast a folder becomes stored claims, beside COPY of the same rows.</summary>
static class BenchStoreVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var command = new Command("store", "Time a folder of made pages into databases of their own, and COPY of the same rows; drop the databases") { database };
        var made = new LoadOptions(command);
        command.SetAction(async (parsed, ct) =>
        {
            var folder = Directory.CreateTempSubdirectory("extractor-bench-").FullName;
            try
            {
                await using var session = await DatabaseSession.OpenAnyAsync(parsed.GetValue(database), ct);
                var pages = made.Generate(parsed).ToList();
                await PrintAsync("pages", pages);
                await PrintAsync("short", pages.SelectMany(Paragraphs));

                async Task PrintAsync(string name, IEnumerable<LoadDocument> corpus)
                {
                    var part = Path.Combine(folder, name);
                    var (documents, characters) = LoadFolder.Write(part, corpus);
                    var bench = await StoreBench.MeasureAsync(session, part, ct);
                    terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{name,-10} {documents:N0} documents, {characters:N0} characters, {bench.Claims:N0} claims: {bench.ClaimsPerSecond:N0} claims and {bench.Documents / bench.Seconds:N0} documents a second from folder to tables"));
                    terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{"",-10} COPY alone writes the same rows at {bench.Claims / bench.CopySeconds:N0} claims a second: ratio {bench.Ratio:0.00}"));
                    terminal.Out.Flush();
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
            return ExitCode.Done;
        });
        return command.WithExamples("extractor bench store", "extractor bench store --generate 10M");
    }

    /// <summary>Each paragraph as an article by itself: what a backlog of short notices costs.</summary>
    static IEnumerable<LoadDocument> Paragraphs(LoadDocument page) =>
        page.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(text => text.Length > 40)
            .Select((text, i) => new LoadDocument(text, page.Facts with { Document = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(page.Facts.Document)}-{i:000}.txt") }));
}
