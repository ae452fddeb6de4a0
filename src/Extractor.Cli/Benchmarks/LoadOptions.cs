using System.CommandLine;
using System.Globalization;

namespace Extractor.Cli.Benchmarks;

/// <summary>How much is made to measure with, and which.</summary>
sealed class LoadOptions
{
    readonly Option<string?> _size = new("--generate") { Description = "Measure with made pages of so many characters, such as 500k or 10M; 1M where not said", HelpName = "SIZE" };
    readonly Option<int> _seed = new("--seed") { Description = "Which pages are made", HelpName = "N", DefaultValueFactory = _ => 1 };

    public LoadOptions(Command command)
    {
        command.Add(_size);
        command.Add(_seed);
    }

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_size) is not null;

    public IEnumerable<LoadDocument> Generate(ParseResult parsed)
    {
        var size = parsed.GetValue(_size) ?? "1M";
        return new LoadCorpus(parsed.GetValue(_seed)).Generate(
            Characters(size) ?? throw new CliException(ExitCode.Usage, $"--generate {size}: not a number of characters, such as 500k or 10M"));
    }

    /// <summary>500k, 10M, 1G; null for what is none above zero.</summary>
    static long? Characters(string size)
    {
        var unit = size.Length == 0 ? 1 : char.ToLowerInvariant(size[^1]) switch { 'k' => 1_000L, 'm' => 1_000_000L, 'g' => 1_000_000_000L, _ => 1 };
        return long.TryParse(unit > 1 ? size[..^1] : size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000_000 ? number * unit : null;
    }
}
