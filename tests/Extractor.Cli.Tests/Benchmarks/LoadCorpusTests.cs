using Extractor.Cli.Benchmarks;
using Extractor.Core;

namespace Extractor.Cli.Tests.Benchmarks;

public sealed class LoadCorpusTests : IDisposable
{
    const int Characters = 60_000, MostBytesPerCharacter = 200;

    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_seed_makes_the_same_pages_and_another_one_others()
    {
        var pages = new LoadCorpus(seed: 1).Generate(Characters).ToList();

        Assert.Equal(pages, new LoadCorpus(seed: 1).Generate(Characters));
        Assert.NotEqual(pages[0].Text, new LoadCorpus(seed: 2).Generate(Characters).First().Text);
        Assert.InRange(pages.Sum(page => page.Text.Length), Characters, Characters * 1.2);
    }

    [Fact]
    public void Pages_are_dense_and_sparse_with_tables_and_hard_wraps()
    {
        var pages = new LoadCorpus(seed: 1).Generate(Characters).ToList();
        var every = pages.ConvertAll(page => page.Text.Length / Math.Max(1, ClaimExtractor.Default.Extract(page.Text, page.Facts).Claims.Count));

        Assert.Contains(pages, page => page.Text.Contains("| 指标 |", StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Text.Split("\n\n").Count(line => line.Length == 21) > 20);
        Assert.Contains(every, characters => characters < 30);
        Assert.Contains(every, characters => characters > 100);
    }

    /// <summary>Held by counts, which are the same on any machine: a figure stands every 24 characters, and each costs its claim.</summary>
    [Fact]
    public void Reading_them_allocates_less_than_two_hundred_bytes_a_character()
    {
        var pages = new LoadCorpus(seed: 1).Generate(4 * Characters).ToList();
        // Once before, for what is loaded and compiled but once.
        Read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read();

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / pages.Sum(page => page.Text.Length), 1, MostBytesPerCharacter);

        void Read()
        {
            foreach (var page in pages)
                _ = ClaimExtractor.Default.Extract(page.Text, page.Facts);
        }
    }

    [Fact]
    public async Task Bench_writes_the_pages_that_it_makes()
    {
        var run = await Command.RunAsync("bench", "--generate", "3k", "--seed", "7", "--out", _folder.Path);

        Assert.Equal(0, run.Code);
        var written = await Command.RunAsync("extract", "--documents", Path.Combine(_folder.Path, "documents.jsonl"), Path.Combine(_folder.Path, "pages"));
        Assert.Contains("\"document\":\"000001.txt\"", written.Out, StringComparison.Ordinal);
    }

    [Theory, InlineData("0"), InlineData("many"), InlineData("-5"), InlineData("")]
    public async Task A_size_that_is_none_is_refused(string size) =>
        (await Command.RunAsync("bench", "--generate", size)).Refused(2, "--generate", "500k");
}
