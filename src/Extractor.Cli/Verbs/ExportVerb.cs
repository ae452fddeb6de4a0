using System.CommandLine;
using System.Globalization;
using Extractor.Web.Answers;
using Extractor.Web.Claims;
using Extractor.Web.Exports;
using Microsoft.Extensions.Logging;

namespace Extractor.Cli.Verbs;

/// <summary><c>export</c>: stored claims as files for other programs.</summary>
static class ExportVerb
{
    const string Zip = ".zip";

    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output where not said", HelpName = "FILE" };
        var format = new Option<string>("--format")
        {
            Description = "csv, with its description where FILE ends in .zip; jsonl; annotations (W3C Web Annotation); observations (schema.org)",
            HelpName = string.Join('|', ExportFormat.All.Select(known => known.Name)),
            DefaultValueFactory = _ => ExportFormat.Csv.Name,
        };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(known => known.Name)]);
        var filters = new FilterOptions();
        var command = new Command("export", "Write stored claims as files for other programs") { database, format, output };
        filters.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var chosen = ExportFormat.All.First(known => known.Name == parsed.GetValue(format));
            var path = parsed.GetValue(output);
            var isPackage = path?.EndsWith(Zip, StringComparison.OrdinalIgnoreCase) == true;
            if (isPackage && chosen != ExportFormat.Csv)
                throw new CliException(ExitCode.Usage, $"--output {path}: only csv comes in a zip");
            var (query, filter) = filters.Read(parsed);
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var export = new ClaimExport(session.Db, TimeProvider.System, new ErrorLog(terminal, LogLevel.Warning));
            var edition = await export.BeginAsync(query, ct);
            await using var stream = path is null ? terminal.OutStream : Open(path);
            var ending = isPackage
                ? await export.WritePackageAsync(stream, filter, edition, ct)
                : await export.WriteAsync(stream, chosen, filter, edition, ct);
            if (!ending.IsComplete)
                throw new CliException(ExitCode.Partly, $"the export is incomplete: {ending.Error}");
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{ending.Claims} claims of run {edition.Run}, ruleset {edition.Ruleset}{(path is null ? "" : $", in {path}")}"));
            return ExitCode.Done;
        });
        return command.WithExamples(
            "extractor export --indicator express-volume --scope 西藏自治区 -o express.csv",
            "extractor export --from 2021-01-01 --to 2021-12-31 -o claims-2021.zip",
            "extractor export --format annotations --document page.txt");
    }

    static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Create, FileAccess.Write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Missing, $"--output {path} cannot be written: {e.Message}");
        }
    }

    /// <summary>The filters of the API, as options.</summary>
    sealed class FilterOptions
    {
        readonly Option<string?>[] _words =
        [
            Word("indicator", "An id of the catalogue, or a name"), Word("scope", "A place or organisation, or the six-digit code of a division"),
            Word("unit", "ISO 4217, UCUM, %, pp, or a counter"), Word("publication", "The newspaper or office"), Word("source", "The collection"),
            Word("status", "actual, planned or forecast"), Word("measure", "level, change, growth, share or multiple"),
            Word("q", "Words in the indicator's or the scope's name"), Word("document", "A document's id or name"),
        ];

        readonly Option<DateOnly?> _from = new("--from") { Description = "The period ends on that day or later", HelpName = "DATE" };
        readonly Option<DateOnly?> _to = new("--to") { Description = "The period ends on that day or earlier", HelpName = "DATE" };
        readonly Option<decimal?> _confidence = new("--min-confidence") { Description = "From 0 to 1", HelpName = "N" };
        readonly Option<bool> _duplicates = new("--duplicates") { Description = "Also claims of a text that stands under another document already" };

        public void AddTo(Command command)
        {
            foreach (var option in (IEnumerable<Option>)[.. _words, _from, _to, _confidence, _duplicates])
                command.Options.Add(option);
        }

        public (Dictionary<string, string> Said, Storage.Claims.ClaimFilter Filter) Read(ParseResult parsed)
        {
            var said = _words.Select(option => (Name: option.Name[2..], Value: parsed.GetValue(option))).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!);
            var query = new ClaimQuery
            {
                Indicator = said.GetValueOrDefault("indicator"), Scope = said.GetValueOrDefault("scope"), Unit = said.GetValueOrDefault("unit"),
                Publication = said.GetValueOrDefault("publication"), Source = said.GetValueOrDefault("source"), Status = said.GetValueOrDefault("status"),
                Measure = said.GetValueOrDefault("measure"), Q = said.GetValueOrDefault("q"), Document = said.GetValueOrDefault("document"),
                From = parsed.GetValue(_from), To = parsed.GetValue(_to), MinConfidence = parsed.GetValue(_confidence), Duplicates = parsed.GetValue(_duplicates),
            };
            if (query.From is { } from)
                said["from"] = from.ToString("O", CultureInfo.InvariantCulture);
            if (query.To is { } to)
                said["to"] = to.ToString("O", CultureInfo.InvariantCulture);
            if (query.MinConfidence is { } confidence)
                said["min_confidence"] = confidence.ToString(CultureInfo.InvariantCulture);
            if (query.Duplicates == true)
                said["duplicates"] = "true";
            try
            {
                return (said, query.Filter());
            }
            catch (BadRequestException e)
            {
                throw new CliException(ExitCode.Usage, $"--{e.Message}");
            }
        }

        static Option<string?> Word(string name, string description) => new($"--{name}") { Description = description, HelpName = name.ToUpperInvariant() };
    }
}
