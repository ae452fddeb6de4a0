using Extractor.Core.Claims;
using Extractor.Core.Statuses;

namespace Extractor.Core.Tests.Statuses;

public sealed class StatusLexiconTests
{
    public static TheoryData<string, string> Words => Lexicon.Words("Statuses.statuses.tsv");
    public static TheoryData<string, string> Adverbs => Lexicon.Words("Statuses.adverbs.tsv");

    [Theory, MemberData(nameof(Words))]
    public void Every_word_says_what_its_row_says(string status, string word) =>
        Assert.Equal(status switch { "none" => "actual", "outlay" or "purpose" => "planned", _ => status }, StatusReader.Default.Read($"全区{word}完成投资").Code());

    [Theory, MemberData(nameof(Adverbs))]
    public void With_every_adverb_behind_it_将_looks_ahead(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal(Status.Planned, StatusReader.Default.Read($"全区将{word}").Code() == "forecast" ? Status.Planned : StatusReader.Default.Read($"全区将{word}"));
    }
}
