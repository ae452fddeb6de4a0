using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Core;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Worker;
using Microsoft.Extensions.Logging;

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
        var service = new WorkerServiceOptions();
        var command = new Command("worker", "Read queued documents, store their claims, and fire schedules") { database, drain, lanes, secondOpinion };
        service.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var extract = SecondOpinionOption.Reader(parsed.GetValue(secondOpinion));
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var options = new WorkerOptions { Drain = parsed.GetValue(drain), Lanes = parsed.GetValue(lanes) };
            var name = JobLoop.NewName();
            var logger = service.Logger(parsed, terminal, name);
            await using var beside = await WorkerService.StartAsync(session, name, service.Listen(parsed), !options.Drain, logger, ct);
            var tally = await NewLoop(session, options, logger, extract, name).RunAsync(ct);
            return ct.IsCancellationRequested ? interrupted()
                : tally.Parked > 0 ? ExitCode.Partly
                : ExitCode.Done;
        });
        return command.WithExamples(
            "extractor worker --drain",
            "extractor worker --port 9464 --log json",
            "extractor worker --lanes 4 --database postgres://extractor@db.example.org/extractor");
    }

    public static JobLoop NewLoop(DatabaseSession session, WorkerOptions options, ILogger log, Func<string, DocumentFacts, Extraction>? extract = null, string? name = null) => new(
        session.Db, session.Work, ClaimExtractor.Default.Ruleset, extract ?? ClaimExtractor.Default.Extract, name ?? JobLoop.NewName(), options, log);

    static int Lanes(ArgumentResult _)
    {
        if (InputOptions.Variable("EXTRACTOR_LANES") is not { } text)
            return Environment.ProcessorCount;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        // Not as an error of the result: a validator that asks for the value would then fail.
        throw new CliException(ExitCode.Usage, $"EXTRACTOR_LANES={text} is not a number.");
    }
}
