using System.CommandLine;
using Extractor.Cli.Output;
using Extractor.Storage;
using Extractor.Storage.Schedules;
using Extractor.Worker.Schedules;

namespace Extractor.Cli.Verbs;

/// <summary><c>schedules</c>: what workers do by the clock.</summary>
static class SchedulesVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("schedules", "List, add, remove, pause, resume and run what workers do by the clock")
        {
            List(terminal), Add(terminal), History(terminal),
            Change(terminal, "remove", "Forget a schedule; what it did stays on record", "removed", (store, name, ct) => store.RemoveAsync(name, ct)),
            Change(terminal, "pause", "Let a schedule rest until it is resumed", "paused", (store, name, ct) => store.PauseAsync(name, ct)),
            Change(terminal, "resume", "Let a paused schedule go on; what it missed is made up for once", "resumed", (store, name, ct) => store.ResumeAsync(name, ct)),
            Run(terminal),
        };
        return command.WithExamples(
            "extractor schedules add nightly --kind verify --cron \"0 30 2 * * ?\"",
            "extractor schedules list --format jsonl",
            "extractor schedules run nightly");
    }

    static Command List(Terminal terminal)
    {
        var (database, format) = (DatabaseSession.CreateOption(), Format());
        var command = new Command("list", "Say which schedules there are, when each is due and how it last ended") { database, format };
        command.SetAction((parsed, ct) => WithStoreAsync(parsed.GetValue(database), changes: false, async (store, firings) =>
        {
            var schedules = await store.ListAsync(ct);
            var latest = await firings.LatestAsync([.. schedules.Select(status => status.Schedule.Name)], ct);
            ScheduleLines.Write(terminal, schedules, latest, Jsonl(parsed, format));
            return ExitCode.Done;
        }, ct));
        return command.WithExamples("extractor schedules list", "extractor schedules list --format jsonl");
    }

    static Command Add(Terminal terminal)
    {
        var (database, name) = (DatabaseSession.CreateOption(), Name());
        var kind = new Option<string>("--kind") { Description = "What to do: reextract, feeds, folder or verify", HelpName = "KIND", Required = true };
        kind.AcceptOnlyFromAmong([.. ScheduleKinds.Arguments.Keys]);
        var cron = new Option<string>("--cron")
        {
            Description = "When: seconds minutes hours day month weekday, or crontab's five fields", HelpName = "EXPRESSION", Required = true,
        };
        cron.Validators.Add(result =>
        {
            if (!CronText.TryRead(result.GetValueOrDefault<string>() ?? "", out _, out var error))
                result.AddError(error);
        });
        var zone = new Option<string>("--time-zone")
        {
            Description = $"Whose clock; {Schedule.DefaultTimeZone} where not said", HelpName = "ZONE", DefaultValueFactory = _ => Schedule.DefaultTimeZone,
        };
        zone.Validators.Add(result =>
        {
            if (!CronText.TryReadTimeZone(result.GetValueOrDefault<string>() ?? "", out var error))
                result.AddError(error);
        });
        var argument = new Option<string?>("--argument")
        {
            Description = $"On what: {string.Join("; ", ScheduleKinds.Arguments.Select(pair => $"{pair.Key}: {pair.Value}"))}", HelpName = "TEXT",
        };
        var command = new Command("add", "Add a schedule") { name, database, kind, cron, zone, argument };
        command.SetAction((parsed, ct) => WithStoreAsync(parsed.GetValue(database), changes: true, async (store, _) =>
        {
            CronText.TryRead(parsed.GetValue(cron)!, out var read, out var _);
            var schedule = new Schedule(
                parsed.GetValue(name)!, parsed.GetValue(kind)!, parsed.GetValue(argument), read!, parsed.GetValue(zone)!);
            if (schedule is { Kind: ScheduleKinds.Folder, Argument: null })
                throw new CliException(ExitCode.Usage, "a schedule of the kind folder needs --argument with the folder's path, such as --argument /srv/pages");
            if (schedule.Kind == ScheduleKinds.Reextract)
                ScheduleWork.Selected(schedule.Argument);
            if (!await store.AddAsync(schedule, ct))
                throw new CliException(ExitCode.Usage, $"there is a schedule “{schedule.Name}” already; see: extractor schedules list, or remove it first");
            Say(terminal, $"added {schedule.Name}: {schedule.Kind} at {schedule.Cron}, {schedule.TimeZone}");
            return ExitCode.Done;
        }, ct));
        return command.WithExamples(
            "extractor schedules add nightly --kind verify --cron \"0 30 2 * * ?\"",
            "extractor schedules add inbox --kind folder --argument /srv/pages --cron \"0 */10 * * * ?\"",
            "extractor schedules add feeds --kind feeds --cron \"*/15 * * * *\" --time-zone Etc/UTC");
    }

    static Command Change(
        Terminal terminal, string verb, string description, string done, Func<ScheduleStore, string, CancellationToken, Task<bool>> change)
    {
        var (database, name) = (DatabaseSession.CreateOption(), Name());
        var command = new Command(verb, description) { name, database };
        command.SetAction((parsed, ct) => WithStoreAsync(parsed.GetValue(database), changes: true, async (store, _) =>
        {
            Known(parsed.GetValue(name)!, await change(store, parsed.GetValue(name)!, ct));
            Say(terminal, $"{done} {parsed.GetValue(name)}");
            return ExitCode.Done;
        }, ct));
        return command.WithExamples($"extractor schedules {verb} nightly");
    }

    static Command Run(Terminal terminal)
    {
        var (database, name) = (DatabaseSession.CreateOption(), Name());
        var command = new Command("run", "Have a worker fire a schedule now, paused or not") { name, database };
        command.SetAction((parsed, ct) => WithStoreAsync(parsed.GetValue(database), changes: true, async (store, _) =>
        {
            Known(parsed.GetValue(name)!, await store.RunAsync(parsed.GetValue(name)!, ct));
            Say(terminal, await store.WorkersAsync(ct) is [_, ..] workers
                ? $"{parsed.GetValue(name)} is fired by one of {workers.Count} workers; see: extractor schedules history {parsed.GetValue(name)}"
                : $"no worker is alive: {parsed.GetValue(name)} fires when one starts (extractor worker)");
            return ExitCode.Done;
        }, ct));
        return command.WithExamples("extractor schedules run nightly");
    }

    static Command History(Terminal terminal)
    {
        var (database, format) = (DatabaseSession.CreateOption(), Format());
        var name = new Argument<string?>("NAME") { Description = "A schedule, also one that was removed; all where not said", Arity = ArgumentArity.ZeroOrOne };
        var limit = new Option<int>("--limit") { Description = "The newest so many", HelpName = "N", DefaultValueFactory = _ => 20 };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit must be at least 1.");
        });
        var command = new Command("history", "Say when schedules fired and what came of it, the newest first") { name, database, format, limit };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var firings = await new FiringStore(session.Db).ListAsync(parsed.GetValue(name), parsed.GetValue(limit), ct);
            ScheduleLines.Write(terminal, firings, Jsonl(parsed, format));
            return ExitCode.Done;
        });
        return command.WithExamples("extractor schedules history", "extractor schedules history nightly --limit 100 --format jsonl");
    }

    static async Task<int> WithStoreAsync(
        string? connection, bool changes, Func<ScheduleStore, FiringStore, Task<int>> action, CancellationToken ct)
    {
        await using var session = await DatabaseSession.OpenAsync(connection, ct);
        if (!await QuartzTables.ExistAsync(session.Db, ct))
            throw new DatabaseException("the database lacks the tables of the schedules; run: extractor migrate");
        if (changes && !await QuartzTables.MayChangeAsync(session.Db, ct))
            throw new DatabaseException("this login may look at schedules and not change them; use one of the role extractor_worker or extractor_owner");
        await using var db = session.OpenAnother();
        await using var store = await ScheduleStore.OpenAsync(db, ct);
        return await action(store, new FiringStore(session.Db));
    }

    static void Known(string name, bool known)
    {
        if (!known)
            throw new CliException(ExitCode.Usage, $"there is no schedule “{name}”; see: extractor schedules list");
    }

    static void Say(Terminal terminal, string line)
    {
        terminal.Out.WriteLine(Terminal.OneLine(line));
        terminal.Out.Flush();
    }

    static Argument<string> Name()
    {
        var name = new Argument<string>("NAME") { Description = "The schedule's name" };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && (string.IsNullOrWhiteSpace(text) || text.Length > 100 || text.Any(char.IsControl)))
                result.AddError("a schedule's name has 1 to 100 characters on one line.");
        });
        return name;
    }

    static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "table or jsonl; a table on a terminal, else jsonl", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "jsonl");
        return format;
    }

    static bool? Jsonl(ParseResult parsed, Option<string> format) => parsed.GetValue(format) is { } text ? text == "jsonl" : null;
}
