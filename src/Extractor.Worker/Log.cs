using Microsoft.Extensions.Logging;

namespace Extractor.Worker;

/// <summary>Every message of a worker. None carries a document's text.</summary>
static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "worker {Worker} reads with ruleset {Ruleset}")]
    public static partial void Started(ILogger logger, string worker, string ruleset);

    [LoggerMessage(2, LogLevel.Information, "run {Run} is complete and published")]
    public static partial void Published(ILogger logger, int run);

    [LoggerMessage(3, LogLevel.Warning, "job {Job} failed: {Error}")]
    public static partial void Failed(ILogger logger, long job, string error);

    [LoggerMessage(4, LogLevel.Error, "job {Job} is parked: {Error}")]
    public static partial void Parked(ILogger logger, long job, string error);

    [LoggerMessage(5, LogLevel.Warning, "the lease of job {Job} was lost; its result is dropped")]
    public static partial void LeaseLost(ILogger logger, long job);

    [LoggerMessage(6, LogLevel.Warning, "the database is away: {Error}")]
    public static partial void Away(ILogger logger, string error);

    [LoggerMessage(7, LogLevel.Warning, "{Count} jobs of lost workers were taken back")]
    public static partial void Swept(ILogger logger, int count);

    [LoggerMessage(8, LogLevel.Information, "worker {Worker} stops: {Tally}")]
    public static partial void Stopped(ILogger logger, string worker, Tally tally);

    [LoggerMessage(9, LogLevel.Information, "schedule {Schedule} fired: {Summary}")]
    public static partial void Fired(ILogger logger, string schedule, string summary);

    [LoggerMessage(10, LogLevel.Error, "schedule {Schedule} fired and failed: {Summary}")]
    public static partial void FiringFailed(ILogger logger, string schedule, string summary);

    [LoggerMessage(11, LogLevel.Warning, "schedules wait: {Error}")]
    public static partial void SchedulesAway(ILogger logger, string error);

    [LoggerMessage(12, LogLevel.Information, "metrics and health at {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(13, LogLevel.Warning, "of the database server: {Finding}")]
    public static partial void ServerWarning(ILogger logger, string finding);

    [LoggerMessage(14, LogLevel.Warning, "the gauges of the queue are left out: {Error}")]
    public static partial void Unobserved(ILogger logger, string error);

    [LoggerMessage(15, LogLevel.Critical, "job {Job} has been read for more than {Budget}; the process ends")]
    public static partial void Stuck(ILogger logger, long job, TimeSpan budget);
}
