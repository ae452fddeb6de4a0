using Extractor.Core.Quantities;

namespace Extractor.Core.Tests.Quantities;

/// <summary>Every word beside numbers, in a text in which it does its work.</summary>
public sealed class WordTests
{
    public static TheoryData<string, string> Namings => Lexicon.Words("Quantities.namings.tsv");
    public static TheoryData<string, string> Durations => Lexicon.Words("Quantities.durations.tsv");
    public static TheoryData<string, string> Hotlines => Lexicon.Words("Quantities.hotlines.tsv");
    public static TheoryData<string, string> Indices => Lexicon.Words("Quantities.indices.tsv", "index");
    public static TheoryData<string, string> Moves => Lexicon.Words("Quantities.indices.tsv", "move");
    public static TheoryData<string, string> Reaches => Lexicon.Words("Quantities.reaches.tsv");
    public static TheoryData<string, string> Nouns => Lexicon.Words("Quantities.nouns.tsv");

    [Theory, MemberData(nameof(Namings))]
    public void Beside_every_word_of_naming_a_number_counts_nothing(string key, string word)
    {
        var text = key.EndsWith("before", StringComparison.Ordinal) ? $"这是{word}318。" : $"这是318{word}。";
        var at = text.IndexOf("318", StringComparison.Ordinal);

        Assert.Equal(key.Split(' ')[0], Naming.Reason(text, at, at + 3));
    }

    [Theory, MemberData(nameof(Durations))]
    public void With_every_word_of_duration_a_time_is_the_figure(string kind, string word) =>
        Assert.True(Duration.IsStatistic(kind == "change" ? $"审批{word}" : $"平均{word}为"));

    [Theory, MemberData(nameof(Hotlines))]
    public void A_name_of_digits_goes_on_with_every_one_of_these(string key, string word)
    {
        Assert.Empty(key);
        Assert.True(NameLexicon.Default.End("12345" + word, 0, 0) >= 5);
    }

    [Theory, MemberData(nameof(Indices))]
    public void Every_index_needs_no_unit(string kind, string word)
    {
        Assert.Equal("index", kind);
        Assert.Equal("1", Assert.Single(CompactClaim.Read($"2022年，全区城乡居民{word}为1.92。")).Unit);
    }

    [Theory, MemberData(nameof(Moves))]
    public void An_index_that_moved_needs_none_either(string kind, string word)
    {
        Assert.Equal("move", kind);
        Assert.Equal(2, CompactClaim.Read($"2022年，城乡居民收入比为1.92，比上年{word}0.01。").Count);
    }

    [Theory, MemberData(nameof(Reaches))]
    public void Behind_every_verb_of_reaching_a_bound_is_the_figure(string key, string word)
    {
        Assert.Empty(key);
        Assert.False(HedgeReader.IsThreshold($"{word}20万元以上大案", 0, word.Length, word.Length + 4, 2, new("CNY", UnitKind.Money, 4)));
        Assert.True(HedgeReader.IsThreshold("凡20万元以上大案", 0, 1, 5, 2, new("CNY", UnitKind.Money, 4)));
    }

    [Theory, MemberData(nameof(Nouns))]
    public void Every_noun_tells_the_unit(string unit, string word)
    {
        var found = unit == "CNY" ? ImpliedUnits.Default.Find(word, "。") : ImpliedUnits.Default.Find("", word);

        Assert.Equal(unit, found?.Code);
    }
}
