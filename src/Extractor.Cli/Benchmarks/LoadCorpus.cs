using System.Globalization;
using System.Text;

namespace Extractor.Cli.Benchmarks;

/// <summary>
/// Makes pages in the manner of the fixtures, of any amount and the same for the same seed: by characters about a third
/// dense bulletins, a third commentary that hardly holds a figure, a sixth tables and a sixth hard wraps.
/// </summary>
sealed class LoadCorpus(int seed)
{
    const int ShortestPage = 600, LongestPage = 3000, WrapWidth = 21;

    static readonly DateOnly FirstDay = new(2016, 3, 1);

    /// <summary>Pages of so many characters in all, the last one whole.</summary>
    public IEnumerable<LoadDocument> Generate(long characters)
    {
        var random = new Random(seed);
        var sentences = new LoadSentences(random);
        for (var number = 1; characters > 0; number++)
        {
            var place = sentences.Place();
            var text = Page(random, sentences, place, random.Next(ShortestPage, LongestPage));
            characters -= text.Length;
            var name = string.Create(CultureInfo.InvariantCulture, $"{number:000000}.txt");
            yield return new(text, new(name, place.City + "日报", place.Province + place.City, FirstDay.AddDays(random.Next(3000))));
        }
    }

    static string Page(Random random, LoadSentences sentences, LoadPlace place, int length) => random.Next(6) switch
    {
        0 or 1 => Bulletin(random, sentences, place, length),
        2 or 3 => Commentary(random, sentences, place, length),
        4 => Communique(random, sentences, place, length),
        _ => Wrapped(Bulletin(random, sentences, place, length)),
    };

    static string Bulletin(Random random, LoadSentences sentences, LoadPlace place, int length)
    {
        var page = new StringBuilder(length + 200).Append(sentences.Headline(place)).Append("\n\n");
        page.Append(CultureInfo.InvariantCulture, $"本报{place.City[..^1]}{random.Next(1, 13)}月{random.Next(1, 29)}日讯（记者 {sentences.Person()}）");
        while (page.Length < length)
        {
            for (var i = random.Next(2, 5); i > 0; i--)
                page.Append(sentences.Dense(place));
            page.Append("\n\n");
        }
        return page.ToString();
    }

    static string Commentary(Random random, LoadSentences sentences, LoadPlace place, int length)
    {
        var page = new StringBuilder(length + 200).Append(sentences.Title()).Append("\n\n").Append(sentences.Person()).Append("\n\n");
        while (page.Length < length)
        {
            for (var i = random.Next(3, 7); i > 0; i--)
                page.Append(random.Next(12) == 0 ? sentences.Dense(place) : sentences.Sparse(place));
            page.Append("\n\n");
        }
        return page.ToString();
    }

    static string Communique(Random random, LoadSentences sentences, LoadPlace place, int length)
    {
        var page = new StringBuilder(length + 200).Append(place.City).Append("国民经济和社会发展统计公报\n\n");
        for (var table = 1; page.Length < length; table++)
        {
            page.Append(sentences.Dense(place)).Append("\n\n");
            page.Append(CultureInfo.InvariantCulture, $"表{table} {place.City}主要指标完成情况\n（单位：亿元）\n\n| 指标 | 绝对数 | 比上年增长（%） |\n| --- | --- | --- |\n");
            for (var row = random.Next(4, 10); row > 0; row--)
                page.Append(CultureInfo.InvariantCulture, $"| {sentences.Indicator()} | {sentences.Figure()} | {sentences.Percent()} |\n");
            page.Append('\n');
        }
        return page.ToString();
    }

    /// <summary>As the text of a narrow column comes out of a PDF: a line break and a blank line in the middle of sentences.</summary>
    static string Wrapped(string text)
    {
        var page = new StringBuilder(text.Length * 2);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            for (var at = 0; at < line.Length; at += WrapWidth)
                page.Append(line.AsSpan(at, Math.Min(WrapWidth, line.Length - at))).Append("\n\n");
        return page.ToString();
    }
}
