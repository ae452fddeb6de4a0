using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Output;

/// <summary>What became of every document, one JSON object a line, in the order in which it happened.</summary>
sealed class IntakeReportFile : IDisposable
{
    static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    readonly StreamWriter _writer;

    IntakeReportFile(StreamWriter writer) => _writer = writer;

    /// <exception cref="CliException">The file cannot be written.</exception>
    public static IntakeReportFile? Open(string? path)
    {
        if (path is null)
            return null;
        try
        {
            return new(new StreamWriter(path, append: true) { AutoFlush = true });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Missing, $"{path}: the report cannot be written ({e.Message})");
        }
    }

    public void Write(IntakeEntry entry) => _writer.WriteLine(JsonSerializer.Serialize(new
    {
        path = entry.Path,
        document = entry.Document,
        outcome = entry.Outcome.ToString().ToLowerInvariant(),
        duplicate = entry.IsDuplicate ? true : (bool?)null,
        reason = entry.Fault is { } fault ? IntakeReport.Word(fault) : null,
        message = entry.Message,
    }, Json));

    public void Dispose() => _writer.Dispose();
}
