using BenchmarkDotNet.Attributes;
using Extractor.Cli.Benchmarks;
using Extractor.Core;
using Extractor.Core.Articles;
using Extractor.Core.Layouts;
using Extractor.Core.Periods;
using Extractor.Core.Quantities;
using Extractor.Core.Scopes;
using Extractor.Core.Text;

namespace Extractor.Benchmarks;

/// <summary>Each stage of Core over the same made pages of about a hundred thousand characters; the last is all of them.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    const int Characters = 100_000;

    List<LoadDocument> _corpus = [];
    List<PageView> _pages = [];
    List<(PageView Page, TextSpan Span)> _sentences = [];

    [GlobalSetup]
    public void SetUp()
    {
        _corpus = [.. new LoadCorpus(seed: 1).Generate(Characters)];
        _pages = _corpus.ConvertAll(document => PageReader.Read(document.Text));
        _sentences = [.. _pages.SelectMany(page => page.Blocks.SelectMany(block => SentenceReader.Read(page.Text, block.Span).Select(span => (page, span))))];
    }

    [Benchmark]
    public int Layouts() => _corpus.Sum(document => PageReader.Read(document.Text).Blocks.Count);

    [Benchmark]
    public int Articles() => _pages.Sum(page => ArticleReader.Read(page).Count);

    [Benchmark]
    public int Quantities() => _sentences.Sum(sentence => QuantityRecognizer.Default.Recognize(sentence.Page.Text, sentence.Span, [], []).Count);

    [Benchmark]
    public int Periods()
    {
        var recognizer = new PeriodRecognizer(new(2024, 3, 1));
        return _sentences.Sum(sentence => recognizer.Recognize(sentence.Page.Text, sentence.Span).Count);
    }

    [Benchmark]
    public int Scopes()
    {
        var recognizer = new ScopeRecognizer(CountryLexicon.Default, "浙江省丽水市");
        return _sentences.Sum(sentence => recognizer.Recognize(sentence.Page.Text, sentence.Span).Count);
    }

    [Benchmark(Baseline = true)]
    public int All() => _corpus.Sum(document => ClaimExtractor.Default.Extract(document.Text, document.Facts).Claims.Count);
}
