using System.CommandLine;
using System.Runtime.InteropServices;
using Extractor.Cli;
using Extractor.Cli.Inputs;
using Extractor.Cli.Verbs;
using Extractor.Storage;
using Extractor.Storage.Servers;
using Extractor.Worker.Ingestion;
using Npgsql;
using Quartz;
using Polly.CircuitBreaker;

using var terminal = new Terminal();
using var stop = new CancellationTokenSource();
var interrupted = ExitCode.Interrupted;

// The first signal asks for an orderly end; the second one ends the process as usual.
void Stop(PosixSignalContext signal)
{
    if (stop.IsCancellationRequested)
        return;
    signal.Cancel = true;
    if (signal.Signal == PosixSignal.SIGTERM)
        interrupted = ExitCode.Done;
    stop.Cancel();
}

using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var root = new RootCommand("Numeric claims from Chinese newspaper pages, each with the sentence that states it.")
{
    ExtractVerb.Create(terminal),
    ExplainVerb.Create(terminal),
    IngestVerb.Create(terminal, () => interrupted),
    FeedsVerb.Create(terminal),
    WorkerVerb.Create(terminal, () => interrupted),
    ExportVerb.Create(terminal),
    ServeVerb.Create(terminal, () => interrupted),
    ReextractVerb.Create(terminal, () => interrupted),
    RunsVerb.Create(terminal),
    JobsVerb.Create(terminal),
    CheckVerb.Create(terminal),
    VerifyVerb.Create(terminal),
    EraseVerb.Create(terminal),
    MigrateVerb.Create(terminal),
    GenerateVerb.Create(terminal),
    LoadVerb.Create(terminal),
    DemoVerb.Create(terminal, () => interrupted),
    EvalVerb.Create(terminal),
    SchedulesVerb.Create(terminal),
    BenchVerb.Create(terminal),
    DoctorVerb.Create(terminal),
};

try
{
    var parsed = root.Parse(args);
    if (parsed.Errors.Count > 0)
    {
        var error = parsed.Errors.FirstOrDefault(e => parsed.UnmatchedTokens.Any(e.Message.Contains)) ?? parsed.Errors[0];
        terminal.Say($"{error.Message} See: extractor {Verb(parsed)}--help");
        return ExitCode.Usage;
    }
    var settings = new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = terminal.Out, Error = terminal.Error,
    };
    return await parsed.InvokeAsync(settings, stop.Token);
}
catch (CliException e)
{
    terminal.Say(e.Message);
    return e.Code;
}
catch (InputException e)
{
    terminal.Say(e.Message);
    return Failures.CodeOf(e.Fault);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    terminal.Say("interrupted");
    return ExitCode.Interrupted;
}
catch (ServerProgramsException e)
{
    terminal.Say(e.Message);
    return ExitCode.ServerPrograms;
}
catch (DatabaseException e)
{
    terminal.Say(e.Message);
    return ExitCode.Database;
}
catch (Exception e) when (e is NpgsqlException or BrokenCircuitException or SchedulerException)
{
    // Quartz wraps what the database said.
    terminal.Say($"the database cannot be used: {(e is SchedulerException ? e.GetBaseException() : e).Message}; check EXTRACTOR_DATABASE, or see: extractor doctor");
    return ExitCode.Database;
}
#pragma warning disable CA1031 // The edge of the process: nobody is helped by a stack trace.
catch (Exception e)
{
    terminal.Say($"a fault of this program, please report it: {e.GetType().Name}: {e.Message}");
    return ExitCode.Fault;
}
#pragma warning restore CA1031

static string Verb(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
