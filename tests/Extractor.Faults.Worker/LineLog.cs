using Microsoft.Extensions.Logging;

namespace Extractor.Faults;

/// <summary>A line a message on standard error.</summary>
sealed class LineLog : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Console.Error.WriteLine($"{eventId.Id} {formatter(state, exception).ReplaceLineEndings(" ")}");
}
