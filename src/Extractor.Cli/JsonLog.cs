using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Extractor.Worker;
using Microsoft.Extensions.Logging;

namespace Extractor.Cli;

/// <summary>A worker's messages on standard error, one JSON object a line, for a collector of logs.</summary>
/// <param name="worker">Named on each line, so that those of several processes can be told apart.</param>
sealed class JsonLog(Terminal terminal, string worker, TimeProvider time) : ILogger
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    readonly LoggerExternalScopeProvider _scopes = new();
    readonly Lock _lock = new();

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information && logLevel != LogLevel.None;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => _scopes.Push(state);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", Word(logLevel));
            json.WriteNumber("event", eventId.Id);
            json.WriteString("message", LogLine.Clean(formatter(state, null)));
            if (exception is not null)
                json.WriteString("error", LogLine.Clean(DatabaseErrors.Describe(exception)));
            json.WriteString("worker", worker);
            foreach (var (name, value) in About(state))
                Write(json, name, value);
            json.WriteEndObject();
        }
        lock (_lock)
            terminal.Error.WriteLine(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
    }

    // What the message itself names beats what its scopes say. Only these names: a library's own may hold anything.
    Dictionary<string, object> About<TState>(TState state)
    {
        var about = new Dictionary<string, object>();
        _scopes.ForEachScope((scope, found) => Take(scope, found), about);
        Take(state, about);
        return about;
    }

    static void Take(object? source, Dictionary<string, object> about)
    {
        foreach (var (name, value) in source as IEnumerable<KeyValuePair<string, object?>> ?? [])
            if (value is not null && name.ToLowerInvariant() is "document" or "job" or "run" or "schedule")
                about[name.ToLowerInvariant()] = value;
    }

    static void Write(Utf8JsonWriter json, string name, object value)
    {
        if (value is int or long)
            json.WriteNumber(name, Convert.ToInt64(value, null));
        else
            json.WriteString(name, LogLine.Clean(value.ToString() ?? ""));
    }

    static string Word(LogLevel level) => level switch
    {
        LogLevel.Warning => "warning",
        LogLevel.Error or LogLevel.Critical => "error",
        _ => "info",
    };
}
