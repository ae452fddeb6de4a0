using System.Text.Json;

namespace Extractor.Cli.Tests.Verbs;

public sealed class CheckTests(TestServer server)
{
    [Fact]
    public async Task A_sentence_is_held_against_what_was_ingested()
    {
        using var folder = new Folder();
        folder.Write("pages/post.txt", "2021年，西藏快递业务量达1485.17万件。");
        var facts = folder.Write("facts.jsonl", """{"document":"post.txt","publication":"西藏日报","region":"西藏自治区","published":"2022-03-01"}""");
        (string, string?)[] database = [("EXTRACTOR_DATABASE", await server.CreateAsync())];
        Assert.Equal(0, (await Command.RunAsync(["migrate"], "", database)).Code);
        Assert.Equal(0, (await Command.RunAsync(["ingest", "--documents", facts, folder["pages"]], "", database)).Code);
        Assert.Equal(0, (await Command.RunAsync(["worker", "--drain"], "", database)).Code);

        var differs = await Command.RunAsync(["check", "西藏2021年快递业务量达1500万件"], "", database);
        Assert.Equal((ExitCode.Found, ""), (differs.Code, differs.Error));
        using (var json = JsonDocument.Parse(differs.Out))
            Assert.Equal("少0.99%（−14.83万件）", json.RootElement.GetProperty("claims")[0].GetProperty("difference").GetProperty("words").GetString());

        var rounds = await Command.RunAsync(["check", "-", "--format", "table", "--published", "2022-06-01", "--region", "西藏自治区"], "去年，全区快递业务量1485万件", database);
        Assert.Equal((ExitCode.Done, ""), (rounds.Code, rounds.Error));
        foreach (var word in (string[])["1485万件 快递业务量 2021 西藏自治区: rounds", "1485.17万件", "post.txt", "2022-03-01"])
            Assert.Contains(word, rounds.Out, StringComparison.Ordinal);

        var nothing = await Command.RunAsync(["check", "没有数字", "--format", "table"], "", database);
        Assert.Equal((ExitCode.Done, "no claim was read in the text\n"), (nothing.Code, nothing.Out));
    }

    [Fact]
    public async Task Wrong_options_and_long_texts_are_refused_before_a_database_is_opened()
    {
        (await Command.RunAsync("check", "1500万件", "--published", "2022/3/1")).Refused(ExitCode.Usage, "--published 2022/3/1", "2023-12-31");
        (await Command.RunAsync(["check", "-"], new string('9', 65537))).Refused(ExitCode.TooLarge, "65,536");
        (await Command.RunAsync("check", "1500万件", "--format", "csv")).Refused(ExitCode.Usage, "csv");
    }
}
