namespace Extractor.Worker.Schedules;

/// <summary>Work that is due by the clock.</summary>
/// <param name="Kind">One of <see cref="ScheduleKinds"/>.</param>
/// <param name="Argument">What the kind works on: a folder, a feed's name, filters; null for everything.</param>
/// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week: <c>0 30 2 * * ?</c>.</param>
/// <param name="TimeZone">An IANA name: <c>Asia/Shanghai</c>.</param>
public sealed record Schedule(string Name, string Kind, string? Argument, string Cron, string TimeZone)
{
    public const string DefaultTimeZone = "Asia/Shanghai";

    /// <summary>The work of one kind: told what to work on, it says in a sentence what it did.</summary>
    public delegate Task<string> Work(string? argument, CancellationToken ct);
}

/// <summary>A schedule as it stands in the store.</summary>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>paused</c> or <c>broken</c>.</param>
public sealed record ScheduleStatus(Schedule Schedule, string State, DateTimeOffset? Next, DateTimeOffset? Previous);
