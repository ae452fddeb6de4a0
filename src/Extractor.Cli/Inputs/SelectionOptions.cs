using System.CommandLine;
using System.Globalization;
using Extractor.Storage.Runs;

namespace Extractor.Cli.Inputs;

/// <summary>Which stored documents a verb is about.</summary>
sealed class SelectionOptions
{
    readonly Option<bool> _all = new("--all") { Description = "Also those that this ruleset has read already" };
    readonly Option<string?> _ruleset = Text("--ruleset", "Only what this ruleset read last", "RULESET");
    readonly Option<string?> _from = Text("--from", "Published on this day or later", "DATE");
    readonly Option<string?> _to = Text("--to", "Published on this day or before", "DATE");
    readonly Option<string?> _publication = Text("--publication", "Only of this publication", "NAME");
    readonly Option<string?> _scope = Text("--scope", "Only of this region, or with claims about this place or organisation, by name or code", "NAME");

    public void AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_all, _ruleset, _from, _to, _publication, _scope])
            command.Options.Add(option);
    }

    /// <exception cref="CliException">A date is none.</exception>
    public Selection Read(ParseResult parsed) => new(
        parsed.GetValue(_all), parsed.GetValue(_ruleset), Day(parsed, _from), Day(parsed, _to), parsed.GetValue(_publication), parsed.GetValue(_scope));

    static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    static DateOnly? Day(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new CliException(ExitCode.Usage, $"{option.Name} {text}: not a date such as 2023-12-31"),
    };
}
