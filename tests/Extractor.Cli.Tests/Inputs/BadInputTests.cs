namespace Extractor.Cli.Tests.Inputs;

public sealed class BadInputTests : IDisposable
{
    const string Sentence = "截至2021年底，全区党员总数43万余名。";

    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_arguments_or_wrong_ones_are_a_matter_of_usage()
    {
        (await Command.RunAsync("extract")).Refused(ExitCode.Usage, "extractor extract --help");
        (await Command.RunAsync("extrakt")).Refused(ExitCode.Usage, "extrakt");
        (await Command.RunAsync("extract", "--format", "xml", "-")).Refused(ExitCode.Usage, "xml", "csv");
        (await Command.RunAsync("extract", "--max-size", "65MiB", "-")).Refused(ExitCode.Usage, "64MiB");
        (await Command.RunAsync("worker", "--lanes", "0")).Refused(ExitCode.Usage, "--lanes");
    }

    [Fact]
    public async Task A_missing_file_or_a_folder_without_texts_is_named()
    {
        (await Command.RunAsync("extract", _folder["no.txt"])).Refused(ExitCode.Missing, "no.txt", "no such file");
        (await Command.RunAsync("extract", _folder.Path)).Refused(ExitCode.Missing, _folder.Path, "*.txt");
        (await Command.RunAsync("ingest", _folder["no.txt"])).Refused(ExitCode.Missing, "no.txt");
        (await Command.RunAsync("explain", _folder["no.txt"])).Refused(ExitCode.Missing, "no.txt");
        (await Command.RunAsync("extract", "--documents", _folder["no.jsonl"], "-")).Refused(ExitCode.Missing, "no.jsonl");
    }

    [Fact]
    public async Task An_unknown_charset_and_bytes_that_do_not_fit_are_told_apart()
    {
        var page = _folder.Write("page.txt", Sentence);
        (await Command.RunAsync("extract", "--charset", "klingon", page)).Refused(ExitCode.Charset, "page.txt", "klingon", "gb18030");
        (await Command.RunAsync("extract", "--charset", "us-ascii", page)).Refused(ExitCode.Charset, "page.txt", "--charset");
        File.WriteAllBytes(_folder["bad.txt"], [0xE5, 0xFF, 0xFE, 0x81, 0xFF]);
        (await Command.RunAsync("extract", _folder["bad.txt"])).Refused(ExitCode.Charset, "bad.txt", "--charset");
    }

    [Fact]
    public async Task A_file_over_the_cap_is_refused_and_a_higher_cap_lets_it_pass()
    {
        var page = _folder.Write("page.txt", new string('字', 5000));
        (await Command.RunAsync("extract", "--max-size", "14k", page)).Refused(ExitCode.TooLarge, "page.txt", "14336 bytes", "--max-size");
        (await Command.RunAsync(["extract", "--max-size", "14k", "-"], new string('字', 5000))).Refused(ExitCode.TooLarge, "--max-size");
        Assert.Equal(ExitCode.Done, (await Command.RunAsync("extract", "--max-size", "15k", page)).Code);
    }

    [Fact]
    public async Task One_bad_file_among_good_ones_is_reported_and_passed_over()
    {
        var good = _folder.Write("good.txt", Sentence);
        var run = await Command.RunAsync("extract", "--format", "csv", _folder["no.txt"], good, _folder["neither.txt"]);
        Assert.Equal(ExitCode.Partly, run.Code);
        Assert.Equal(2, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("document,start,end,text,", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Missing, (await Command.RunAsync("extract", _folder["no.txt"], _folder["neither.txt"])).Code);
    }

    [Fact]
    public async Task A_wrong_row_of_facts_is_named_by_file_and_line()
    {
        var facts = _folder.Write("facts.jsonl", "{\"document\":\"a.txt\"}\n\n{\"document\":\"b.txt\",\"published\":\"soon\"}\n");
        (await Command.RunAsync("extract", "--documents", facts, "-")).Refused(ExitCode.Usage, "facts.jsonl(3)", "soon", "2023-12-31");
        File.AppendAllText(_folder.Write("twice.jsonl", "{\"document\":\"a\"}\n"), "{\"document\":\"a\"}\n");
        (await Command.RunAsync("extract", "--documents", _folder["twice.jsonl"], "-")).Refused(ExitCode.Usage, "twice.jsonl(2)");
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_named_without_its_password()
    {
        (string, string?)[] away = [("EXTRACTOR_DATABASE", "postgres://me:hush@127.0.0.1:1/claims")];
        var page = _folder.Write("page.txt", Sentence);
        foreach (var arguments in (string[][])[["migrate"], ["ingest", page], ["worker", "--drain"], ["demo", "--no-serve"]])
        {
            var run = await Command.RunAsync(arguments, "", away);
            run.Refused(ExitCode.Database, "127.0.0.1:1/claims", "EXTRACTOR_DATABASE");
            Assert.DoesNotContain("hush", run.Error, StringComparison.Ordinal);
        }
        (await Command.RunAsync(["migrate"], "", ("EXTRACTOR_DATABASE", "nonsense"))).Refused(ExitCode.Database, "postgres://");
    }

    [Fact]
    public async Task Missing_server_programs_are_named_with_their_remedy()
    {
        (string, string?)[] hidden = [("EXTRACTOR_POSTGRES", "/nonexistent"), ("EXTRACTOR_DATABASE", null), ("EXTRACTOR_DATA", _folder.Path)];
        foreach (var verb in (string[])["migrate", "demo"])
            (await Command.RunAsync([verb], "", hidden)).Refused(ExitCode.ServerPrograms, "/nonexistent", "apt-get install postgresql", "EXTRACTOR_DATABASE");
        var doctor = await Command.RunAsync(["doctor"], "", hidden);
        Assert.Equal(ExitCode.Found, doctor.Code);
        Assert.Contains("apt-get install postgresql", doctor.Out, StringComparison.Ordinal);
    }
}
