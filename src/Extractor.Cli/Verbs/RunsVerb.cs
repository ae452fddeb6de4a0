using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Output;
using Extractor.Storage.Runs;

namespace Extractor.Cli.Verbs;

/// <summary><c>runs</c>: the generations of claims, and what each changed.</summary>
static class RunsVerb
{
    static readonly Column<RunSummary>[] Columns =
    [
        new("run", run => run.Id), new("kind", run => run.Kind), new("state", run => run.State), new("published", run => run.IsPublished),
        new("ruleset", run => run.Ruleset), new("selection", run => run.Selection), new("started", run => run.StartedAt), new("ended", run => run.EndedAt),
        new("planned", run => run.Planned), new("done", run => run.Done), new("parked", run => run.Parked), new("waiting", run => run.Waiting), new("expected", run => run.ExpectedEnd(DateTime.UtcNow)),
        new("added", run => run.Added), new("retired", run => run.Retired),
    ];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("runs", "List runs, show what one did or how two differ, cancel a re-extraction, drop what only old runs saw")
        {
            List(terminal), Show(terminal), Diff(terminal), Cancel(terminal), Prune(terminal),
        };
        return command.WithExamples("extractor runs list", "extractor runs diff 1 3 --format jsonl", "extractor runs cancel 3");
    }

    static Command List(Terminal terminal)
    {
        var (database, format) = (DatabaseSession.CreateOption(), Rows.Format(terminal));
        var limit = new Option<int>("--limit") { Description = "The newest so many", HelpName = "N", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "Say which runs there are, the newest first") { database, format, limit };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            Rows.Write(terminal, parsed.GetValue(format)!, await new RunHistory(session.Db).ListAsync(parsed.GetValue(limit), ct), Columns);
            return ExitCode.Done;
        });
        return command.WithExamples("extractor runs list", "extractor runs list --limit 5 --format jsonl");
    }

    static Command Show(Terminal terminal)
    {
        var (database, format, id) = (DatabaseSession.CreateOption(), Rows.Format(terminal), Run("RUN"));
        var command = new Command("show", "Say what one run did, or how far it is") { id, database, format };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            Rows.Write(terminal, parsed.GetValue(format)!, [await KnownAsync(new(session.Db), parsed.GetValue(id), ct)], Columns);
            return ExitCode.Done;
        });
        return command.WithExamples("extractor runs show 3");
    }

    static Command Diff(Terminal terminal)
    {
        var (database, format) = (DatabaseSession.CreateOption(), Rows.Format(terminal));
        var (from, to) = (Run("FROM"), Run("TO"));
        var command = new Command("diff", "Write what changed for readers from one run to a later one, claim by claim and field by field")
        {
            from, to, database, format,
        };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var history = new RunHistory(session.Db);
            var (older, newer) = (await KnownAsync(history, parsed.GetValue(from), ct), await KnownAsync(history, parsed.GetValue(to), ct));
            if (older.Id >= newer.Id)
                throw new CliException(ExitCode.Usage, $"run {newer.Id} is not later than run {older.Id}; name the older one first");
            var counts = new int[3];
            await foreach (var change in history.DiffAsync(older.Id, newer.Id, ct))
            {
                counts[(int)change.Kind]++;
                ChangeLines.Write(terminal, parsed.GetValue(format)!, change);
            }
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{counts[0]:N0} claims added, {counts[1]:N0} retired, {counts[2]:N0} changed"));
            return ExitCode.Done;
        });
        return command.WithExamples("extractor runs diff 1 3", "extractor runs diff 1 3 --format jsonl > differences.jsonl");
    }

    static Command Cancel(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var id = new Argument<int?>("RUN") { Description = "The one under way where not said", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("cancel", "Abort a re-extraction and take back what it has written; readers never saw it") { id, database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var run = parsed.GetValue(id) ?? (await new RunStore(session.Db).FindReextractionAsync(ct))?.Id
                ?? throw new CliException(ExitCode.Usage, "no re-extraction is under way; see: extractor runs list");
            if (!await new ReextractionStore(session.Db).AbortAsync(run, ct))
                throw new CliException(ExitCode.Usage, $"run {run} is no re-extraction that is under way; see: extractor runs list");
            terminal.Say($"run {run} is cancelled and has left no trace");
            return ExitCode.Done;
        });
        return command.WithExamples("extractor runs cancel", "extractor runs cancel 3");
    }

    static Command Prune(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var before = new Option<int>("--before") { Description = "The oldest run that can still be looked at and compared", HelpName = "RUN", Required = true };
        var command = new Command("prune", "Delete for good the claims that were retired by then and that only older runs saw") { database, before };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var history = new RunHistory(session.Db);
            var (run, published) = (await KnownAsync(history, parsed.GetValue(before), ct), await history.FindPublishedAsync(ct));
            if (run.Id > published)
                throw new CliException(ExitCode.Usage, $"readers see run {published}; --before may name it or an older one");
            var deleted = await new ReextractionStore(session.Db).PruneAsync(run.Id, ct);
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{deleted:N0} retired claims were deleted"));
            return ExitCode.Done;
        });
        return command.WithExamples("extractor runs prune --before 12");
    }

    static Argument<int> Run(string name) => new(name) { Description = "A run's number; see: extractor runs list" };

    static async Task<RunSummary> KnownAsync(RunHistory history, int id, CancellationToken ct) =>
        await history.FindAsync(id, ct) ?? throw new CliException(ExitCode.Usage, $"there is no run {id}; see: extractor runs list");
}
