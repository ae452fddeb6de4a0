using Microsoft.Extensions.Logging;

namespace Extractor.Worker.Ingestion;

/// <summary>The messages of watched folders. None carries a document's text.</summary>
static partial class IntakeLog
{
    [LoggerMessage(101, LogLevel.Information, "brought in {Report}")]
    public static partial void Scanned(ILogger logger, IntakeReport report);

    [LoggerMessage(102, LogLevel.Warning, "more than {Limit} documents wait to be read; nothing is brought in until there are fewer")]
    public static partial void BacklogIsFull(ILogger logger, int limit);
}
