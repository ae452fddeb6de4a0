using System.CommandLine;
using System.Globalization;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Inputs;

/// <summary>The options of <c>ingest</c>, and those of them that <c>generate</c> shares.</summary>
sealed class IngestOptions
{
    readonly Option<string?> _source = new("--source")
    {
        Description = "Names the collection; a document is then known by its path below the argument, else by its full path",
        HelpName = "NAME",
        DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_SOURCE"),
    };

    readonly Option<string?> _pattern = new("--path-pattern")
    {
        Description = "Facts from where a file lies, such as {publication}/{published:yyyy-MM-dd}/*",
        HelpName = "PATTERN",
        DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_PATH_PATTERN"),
    };

    readonly Option<string?> _report = new("--report")
    {
        Description = "Append what became of every document, and why it was skipped, one JSON object a line",
        HelpName = "FILE.jsonl",
    };

    readonly Option<bool> _watch = new("--watch") { Description = "Watch the folders until told to stop; a file that is still being written waits" };

    readonly Option<string> _interval = new("--interval")
    {
        Description = "With --watch: seconds between two looks through all folders", HelpName = "SECONDS", DefaultValueFactory = _ => "10",
    };

    readonly Option<string> _backlog = new("--backlog")
    {
        Description = "With --watch: bring nothing in while more documents than this wait to be read",
        HelpName = "N",
        DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_BACKLOG") ?? "200000",
    };

    public void AddTo(Command command)
    {
        AddFactsTo(command);
        foreach (var option in (Option[])[_report, _watch, _interval, _backlog])
            command.Options.Add(option);
    }

    /// <summary>Only those that say what documents are: the same file is the same document to every verb that has them.</summary>
    public void AddFactsTo(Command command)
    {
        command.Options.Add(_source);
        command.Options.Add(_pattern);
    }

    public string? Source(ParseResult parsed) => parsed.GetValue(_source);

    public string? Report(ParseResult parsed) => parsed.GetValue(_report);

    public bool IsWatching(ParseResult parsed) => parsed.GetValue(_watch);

    public TimeSpan Interval(ParseResult parsed) => TimeSpan.FromSeconds(Number(parsed.GetValue(_interval)!, "--interval", 86_400));

    public int Backlog(ParseResult parsed) => Number(parsed.GetValue(_backlog)!, "--backlog", 100_000_000);

    public PathPattern? Pattern(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(_pattern) is { } pattern ? PathPattern.Parse(pattern) : null;
        }
        catch (FormatException e)
        {
            throw new CliException(ExitCode.Usage, $"--path-pattern {parsed.GetValue(_pattern)}: {e.Message}");
        }
    }

    static int Number(string text, string option, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new CliException(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{option} {text}: not a number from 1 to {most}"));
}
