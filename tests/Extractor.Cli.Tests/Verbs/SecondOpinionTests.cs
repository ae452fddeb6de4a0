namespace Extractor.Cli.Tests.Verbs;

public sealed class SecondOpinionTests
{
    const string Sentence = "截至2021年底，贷款余额6034.35亿元，党员总数43万余名。";

#if MICROSOFT_RECOGNIZERS
    [Fact]
    public async Task Each_claim_carries_what_the_second_recognizer_says()
    {
        var lines = (await Command.RunAsync(["extract", "--second-opinion", "-"], Sentence)).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("\"second_opinion\":\"agrees\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"second_opinion\":\"silent\"", lines[1], StringComparison.Ordinal);
        var csv = (await Command.RunAsync(["extract", "--second-opinion", "--format", "csv", "-"], Sentence)).Out;
        Assert.Contains(",ruleset,second_opinion\n", csv.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(",agrees\n", csv.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("second opinion", (await Command.RunAsync(["extract", "--second-opinion", "--format", "table", "-"], Sentence)).Out, StringComparison.Ordinal);
    }
#else
    [Fact]
    public async Task Without_the_library_the_option_names_the_switch_of_the_build()
    {
        (await Command.RunAsync(["extract", "--second-opinion", "-"], Sentence)).Refused(ExitCode.Usage, "--second-opinion", "-p:MicrosoftRecognizers=true");
        (await Command.RunAsync(["extract", "-"], Sentence, ("EXTRACTOR_SECOND_OPINION", "1"))).Refused(ExitCode.Usage, "-p:MicrosoftRecognizers=true");
        (await Command.RunAsync(["worker", "--second-opinion"], "")).Refused(ExitCode.Usage, "-p:MicrosoftRecognizers=true");
    }
#endif

    [Fact]
    public async Task It_is_not_asked_unless_someone_wants_it()
    {
        Assert.DoesNotContain("second_opinion", (await Command.RunAsync(["extract", "-"], Sentence)).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("second_opinion", (await Command.RunAsync(["extract", "--format", "csv", "-"], Sentence, ("EXTRACTOR_SECOND_OPINION", "no"))).Out, StringComparison.Ordinal);
        (await Command.RunAsync(["extract", "-"], Sentence, ("EXTRACTOR_SECOND_OPINION", "perhaps"))).Refused(ExitCode.Usage, "EXTRACTOR_SECOND_OPINION=perhaps");
    }
}
