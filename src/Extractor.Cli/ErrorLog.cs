using Microsoft.Extensions.Logging;

namespace Extractor.Cli;

/// <summary>A worker's messages on standard error, one line each.</summary>
sealed class ErrorLog(Terminal terminal, LogLevel least = LogLevel.Information) : ILogger
{
    readonly Lock _lock = new();

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var line = LogLine.Clean(formatter(state, exception));
        lock (_lock)
            terminal.Error.WriteLine($"{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ssZ} {Word(logLevel)} {line}");
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    static string Word(LogLevel level) => level switch
    {
        LogLevel.Warning => "warning",
        LogLevel.Error or LogLevel.Critical => "error",
        _ => "info",
    };
}
