using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Extractor.Storage.Schedules;
using Extractor.Worker.Schedules;
using Spectre.Console;

namespace Extractor.Cli.Output;

/// <summary>Schedules and their firings as a table or as JSON Lines.</summary>
static class ScheduleLines
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    sealed record Line(
        string Name, string Kind, string? Argument, string Cron, string TimeZone, string State,
        DateTimeOffset? Next, DateTimeOffset? LastFired, string? LastOutcome, string? LastSummary);

    /// <param name="jsonl">Null for what suits the place that the output goes to.</param>
    public static void Write(
        Terminal terminal, IReadOnlyList<ScheduleStatus> schedules, IReadOnlyDictionary<string, Firing> latest, bool? jsonl)
    {
        var lines = schedules.Select(status =>
        {
            var (schedule, last) = (status.Schedule, latest.GetValueOrDefault(status.Schedule.Name));
            return new Line(
                schedule.Name, schedule.Kind, schedule.Argument, schedule.Cron, schedule.TimeZone, status.State, status.Next?.ToUniversalTime(),
                last?.FiredAt, last is null ? null : last.Outcome ?? "running", last?.Summary);
        });
        Write(terminal, jsonl, lines, ["name", "kind", "argument", "cron", "time zone", "state", "next", "last fired", "outcome", "summary"], line =>
            [line.Name, line.Kind, line.Argument, line.Cron, line.TimeZone, line.State, Time(line.Next), Time(line.LastFired), line.LastOutcome, line.LastSummary]);
    }

    /// <param name="jsonl">Null for what suits the place that the output goes to.</param>
    public static void Write(Terminal terminal, IReadOnlyList<Firing> firings, bool? jsonl) =>
        Write(terminal, jsonl, firings, ["schedule", "kind", "due", "fired", "finished", "outcome", "summary", "worker"], firing =>
            [firing.Schedule, firing.Kind, Time(firing.DueAt), Time(firing.FiredAt), Time(firing.FinishedAt), firing.Outcome ?? "running", firing.Summary, firing.Worker]);

    static void Write<T>(Terminal terminal, bool? jsonl, IEnumerable<T> lines, string[] headings, Func<T, string?[]> cells)
    {
        if (jsonl ?? !terminal.IsTerminal)
        {
            foreach (var line in lines)
                terminal.Out.Write($"{JsonSerializer.Serialize(line, Json)}\n");
        }
        else
        {
            var table = new Table().Border(TableBorder.Rounded);
            foreach (var heading in headings)
                table.AddColumn(new TableColumn(new Text(heading)));
            foreach (var line in lines)
                table.AddRow(cells(line).Select(cell => new Text(Terminal.OneLine(cell ?? ""))));
            terminal.Tables().Write(table);
        }
        terminal.Out.Flush();
    }

    // This host's clock, as people read it; the lines of JSON have UTC.
    static string? Time(DateTimeOffset? time) => time?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
