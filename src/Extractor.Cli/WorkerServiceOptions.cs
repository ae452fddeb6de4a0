using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Extractor.Cli.Inputs;
using Microsoft.Extensions.Logging;

namespace Extractor.Cli;

/// <summary>The options of a worker that stays: its log, its port.</summary>
sealed class WorkerServiceOptions
{
    readonly Option<int?> _port = new("--port")
    {
        Description = "Serve /metrics, /health and /alive there; EXTRACTOR_WORKER_PORT where not said, else off",
        HelpName = "N",
        DefaultValueFactory = Port,
    };

    readonly Option<string> _bind = new("--bind")
    {
        Description = "The address that the port belongs to; 127.0.0.1 where not said",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_WORKER_BIND") ?? "127.0.0.1",
    };

    readonly Option<string> _log = new("--log")
    {
        Description = "How messages are written: text or json; EXTRACTOR_LOG where not said",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_LOG") ?? "text",
    };

    public WorkerServiceOptions()
    {
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
                result.AddError("--port must be from 0 (any that is free) to 65535.");
        });
        _bind.Validators.Add(result =>
        {
            if (!IPAddress.TryParse(result.GetValueOrDefault<string>(), out _))
                result.AddError("--bind must be an address of this host, such as 127.0.0.1, 0.0.0.0 or ::.");
        });
        _log.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not ("text" or "json"))
                result.AddError("--log must be text or json.");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_port, _bind, _log])
            command.Options.Add(option);
    }

    public ILogger Logger(ParseResult parsed, Terminal terminal, string worker) =>
        parsed.GetValue(_log) == "json" ? new JsonLog(terminal, worker, TimeProvider.System) : new ErrorLog(terminal);

    /// <summary>Null where no port was asked for.</summary>
    public (IPAddress Address, int Port)? Listen(ParseResult parsed) =>
        parsed.GetValue(_port) is { } port ? (IPAddress.Parse(parsed.GetValue(_bind)!), port) : null;

    static int? Port(ArgumentResult _)
    {
        if (InputOptions.Variable("EXTRACTOR_WORKER_PORT") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        throw new CliException(ExitCode.Usage, $"EXTRACTOR_WORKER_PORT={text} is not a number.");
    }
}
