using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Output;
using Extractor.Storage.Queue;

namespace Extractor.Cli.Verbs;

/// <summary><c>jobs</c>: what the queue holds, and another chance for what was parked.</summary>
static class JobsVerb
{
    static readonly string[] States = ["ready", "leased", "done", "cancelled", "parked"];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("jobs", "Say what the queue holds, and retry what was parked") { Count(terminal), List(terminal), Retry(terminal) };
        return command.WithExamples("extractor jobs count", "extractor jobs list --state parked", "extractor jobs retry --all");
    }

    static Command Count(Terminal terminal)
    {
        var (database, format) = (DatabaseSession.CreateOption(), Rows.Format(terminal));
        var command = new Command("count", "Say how many jobs are in which state; run 0 is that of pages that come in") { database, format };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            Rows.Write(terminal, parsed.GetValue(format)!, await new JobList(session.Db).CountAsync(ct),
                new("run", count => count.OfRun), new("state", count => count.State), new("jobs", count => count.Jobs), new("oldest", count => count.Oldest));
            return ExitCode.Done;
        });
        return command.WithExamples("extractor jobs count");
    }

    static Command List(Terminal terminal)
    {
        var (database, format) = (DatabaseSession.CreateOption(), Rows.Format(terminal));
        var state = new Option<string?>("--state") { Description = string.Join(", ", States), HelpName = "STATE" };
        state.AcceptOnlyFromAmong(States);
        var run = new Option<int?>("--run") { Description = "Only of this re-extraction; 0 for pages that came in", HelpName = "RUN" };
        var after = new Option<long>("--after") { Description = "Go on behind this job", HelpName = "JOB" };
        var limit = new Option<int>("--limit") { Description = "So many at most", HelpName = "N", DefaultValueFactory = _ => 100 };
        var command = new Command("list", "List jobs in the order in which they were queued") { database, format, state, run, after, limit };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var jobs = await new JobList(session.Db).FindAsync(parsed.GetValue(state), parsed.GetValue(run), parsed.GetValue(after), parsed.GetValue(limit), ct);
            Rows.Write(terminal, parsed.GetValue(format)!, jobs,
                new("job", job => job.Id), new("run", job => job.RunId), new("document", job => job.Document), new("source", job => job.Source), new("uri", job => job.Uri),
                new("state", job => job.State), new("attempts", job => job.Attempts), new("crashes", job => job.Crashes), new("due", job => job.RunAt),
                new("lease_until", job => job.LeaseUntil), new("worker", job => job.Worker), new("error", job => job.Error));
            return ExitCode.Done;
        });
        return command.WithExamples("extractor jobs list --state parked", "extractor jobs list --run 3 --limit 1000 --format jsonl");
    }

    static Command Retry(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var ids = new Argument<long[]>("JOB") { Description = "Parked jobs; see: extractor jobs list --state parked", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "All that are parked" };
        var command = new Command("retry", "Set parked jobs ready once more") { ids, all, database };
        command.SetAction(async (parsed, ct) =>
        {
            var named = parsed.GetValue(ids) ?? [];
            if (named.Length == 0 != parsed.GetValue(all))
                throw new CliException(ExitCode.Usage, "name the jobs, or --all; see: extractor jobs list --state parked");
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var ready = await new JobList(session.Db).RetryAsync(named.Length == 0 ? null : named, ct);
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{ready} jobs are ready again"));
            return ready == 0 && named.Length > 0 ? ExitCode.Found : ExitCode.Done;
        });
        return command.WithExamples("extractor jobs retry 4711", "extractor jobs retry --all");
    }
}
