#if MICROSOFT_RECOGNIZERS
using System.Diagnostics;
using Extractor.Core.Claims;

namespace Extractor.Recognizers.Tests;

/// <summary>The bounds of calls, with a library that answers as it is told.</summary>
public sealed class AskingTests
{
    [Fact]
    public void Text_is_cut_at_sentences_then_at_commas_then_anywhere()
    {
        static string[] Cut(string text) => [.. Pieces.Of(text, 6).Select(piece => text[piece.Start..piece.End])];
        Assert.Equal(["一。", "二；", "三"], Cut("一。二；三"));
        Assert.Equal(["一二三，", "四五六七八。"], Cut("一二三，四五六七八。"));
        Assert.Equal(["123456", "123456", "1"], Cut("1234561234561"));
        Assert.Empty(Cut(""));
    }

    [Fact]
    public void No_piece_is_longer_than_allowed_and_none_without_a_numeral_is_asked_about()
    {
        var asked = new List<string>();
        var recognizer = new MicrosoftQuantities(new() { Longest = 10 }, piece =>
        {
            lock (asked)
                asked.Add(piece);
            return [];
        });

        recognizer.Recognize("没有。" + new string('5', 25) + "。五家。");

        Assert.Equal(["5555555555", "5555555555", "55555。", "五家。"], asked);
    }

    [Fact]
    public void What_takes_too_long_ends_the_asking_and_keeps_what_was_answered()
    {
        var recognizer = new MicrosoftQuantities(new() { Piece = TimeSpan.FromMilliseconds(200) }, piece =>
        {
            if (piece[0] == '2')
                Thread.Sleep(TimeSpan.FromSeconds(2));
            return [new(new(0, 1), piece[..1], "1", Qualifier.About)];
        });
        var clock = Stopwatch.StartNew();

        Assert.Equal(["1"], recognizer.Recognize("1。2。3。").Select(mention => mention.Value));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1.5), $"took {clock.Elapsed}");
    }

    [Fact]
    public void No_time_at_all_is_silence() =>
        Assert.Empty(new MicrosoftQuantities(new() { Text = TimeSpan.Zero }, _ => [new(new(0, 1), "1", "1")]).Recognize("1。"));

    [Fact]
    public void A_fault_of_the_library_is_silence_about_that_piece() =>
        Assert.Equal(["2"], new MicrosoftQuantities(new(), piece => piece[0] == '1' ? throw new InvalidOperationException() : [new(new(0, 1), "2", "1")])
            .Recognize("1。2。").Select(mention => mention.Value));

    [Fact]
    public void Every_row_of_the_table_of_units_has_a_code_and_a_broken_one_is_named()
    {
        Assert.Equal(new NamedUnit("km2", 0), UnitNames.Default.Find("Square kilometer"));
        Assert.Null(UnitNames.Default.Find("Furlong"));
        Assert.Contains("units.tsv(1)", Assert.Throws<Core.Text.LexiconException>(() => new UnitNames(new("units.tsv", ["Mu\t{亩}\tmany"]))).Message, StringComparison.Ordinal);
    }
}
#endif
