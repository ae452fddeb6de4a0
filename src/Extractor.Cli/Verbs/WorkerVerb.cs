using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Core;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Worker;

namespace Extractor.Cli.Verbs;

/// <summary><c>worker</c>: reads what is queued until told to stop.</summary>
static class WorkerVerb
{
    /// <param name="interrupted">The exit code after a signal: a worker that is told to end has done its work.</param>
    public static Command Create(Terminal terminal, Func<int> interrupted)
    {
        var database = DatabaseSession.CreateOption();
        var drain = new Option<bool>("--drain") { Description = "End when the queue is empty" };
        var lanes = new Option<int>("--lanes")
        {
            Description = "Documents read at once; as many as there are processors where not said",
            HelpName = "N",
            DefaultValueFactory = Lanes,
        };
        lanes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
                result.AddError("--lanes must be from 1 to 256.");
        });
        var secondOpinion = SecondOpinionOption.Create();
        var command = new Command("worker", "Read queued documents and store their claims") { database, drain, lanes, secondOpinion };
        command.SetAction(async (parsed, ct) =>
        {
            var extract = SecondOpinionOption.Reader(parsed.GetValue(secondOpinion));
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var options = new WorkerOptions { Drain = parsed.GetValue(drain), Lanes = parsed.GetValue(lanes) };
            var tally = await NewLoop(session, options, new ErrorLog(terminal), extract).RunAsync(ct);
            return ct.IsCancellationRequested ? interrupted()
                : tally.Parked > 0 ? ExitCode.Partly
                : ExitCode.Done;
        });
        return command.WithExamples(
            "extractor worker --drain",
            "extractor worker --lanes 4 --database postgres://extractor@db.example.org/extractor");
    }

    public static JobLoop NewLoop(DatabaseSession session, WorkerOptions options, ErrorLog log, Func<string, DocumentFacts, Extraction>? extract = null) => new(
        session.Db, session.Work, ClaimExtractor.Default.Ruleset, extract ?? ClaimExtractor.Default.Extract, JobLoop.NewName(), options, log);

    static int Lanes(ArgumentResult result)
    {
        if (InputOptions.Variable("EXTRACTOR_LANES") is not { } text)
            return Environment.ProcessorCount;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError($"EXTRACTOR_LANES={text} is not a number.");
        return 0;
    }
}
