using System.CommandLine;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Inputs;

/// <summary>The arguments that every verb which reads documents shares.</summary>
sealed class InputOptions
{
    readonly Argument<string[]> _paths = new("paths")
    {
        Description = "Files, folders (searched for *.txt, *.md, *.html) or - for standard input", Arity = ArgumentArity.OneOrMore,
    };

    readonly Option<string?> _documents = new("--documents")
    {
        Description = "What is known of the documents, one JSON object a line: document, publication, region, published",
        HelpName = "FACTS.jsonl",
        DefaultValueFactory = _ => Variable("EXTRACTOR_DOCUMENTS"),
    };

    readonly Option<string?> _charset = new("--charset")
    {
        Description = "utf-8, utf-16, gb18030, gbk or big5; found out where not said",
        HelpName = "NAME",
        DefaultValueFactory = _ => Variable("EXTRACTOR_CHARSET"),
    };

    readonly Option<string> _maxSize = new("--max-size")
    {
        Description = "Refuse larger files, up to 64MiB",
        HelpName = "SIZE",
        DefaultValueFactory = _ => Variable("EXTRACTOR_MAX_SIZE") ?? "8MiB",
    };

    /// <param name="documents">Whether the file of facts is an option; a verb that always needs it takes it as an argument.</param>
    /// <param name="needsPaths">Whether the verb does nothing without a path.</param>
    public void AddTo(Command command, bool documents = true, bool needsPaths = true)
    {
        if (!needsPaths)
            _paths.Arity = ArgumentArity.ZeroOrMore;
        command.Arguments.Add(_paths);
        if (documents)
            command.Options.Add(_documents);
        command.Options.Add(_charset);
        command.Options.Add(_maxSize);
    }

    public string[] Paths(ParseResult parsed) => parsed.GetValue(_paths)!;

    public InputList Files(ParseResult parsed, FolderRules? rules = null) => InputList.Find(Paths(parsed), rules ?? FolderRules.Reading);

    public string? FactsPath(ParseResult parsed) => parsed.GetValue(_documents);

    public FactsFile Facts(ParseResult parsed) => FactsFile.Read(FactsPath(parsed));

    public string? Charset(ParseResult parsed) => parsed.GetValue(_charset);

    public int MaxSize(ParseResult parsed) => ByteSize.TryParse(parsed.GetValue(_maxSize)!, out var bytes)
        ? bytes
        : throw new CliException(ExitCode.Usage, $"--max-size {parsed.GetValue(_maxSize)}: not a size from 1 to 64MiB, such as 500k or 16MiB");

    /// <summary>Whether feeds may be fetched from addresses that are not of the public internet.</summary>
    public static bool AllowsPrivateFeeds => Variable("EXTRACTOR_ALLOW_PRIVATE_FEEDS") is "1" or "true";

    public static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
