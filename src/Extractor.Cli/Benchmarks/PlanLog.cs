using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Cli.Benchmarks;

/// <summary>The plans that a server made, as it tells them with auto_explain.</summary>
sealed class PlanLog : ILogger, ILoggerFactory
{
    readonly List<string> _plans = [];

    public IReadOnlyList<string> Plans => _plans;

    public void Clear() => _plans.Clear();

    /// <summary>Connections over which the server tells its plans.</summary>
    public NpgsqlDataSource Open(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            Options = "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on -c auto_explain.log_buffers=on -c client_min_messages=log",
        };
        return new NpgsqlDataSourceBuilder(settings.ToString()).UseLoggerFactory(this).Build();
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);
        if (message.Contains("plan:", StringComparison.Ordinal))
            _plans.Add(message[message.IndexOf("plan:", StringComparison.Ordinal)..]);
    }

    public void Dispose()
    {
    }
}
