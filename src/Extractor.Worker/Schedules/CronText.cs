using System.Diagnostics.CodeAnalysis;
using Quartz;

namespace Extractor.Worker.Schedules;

/// <summary>Cron expressions and time zones as people type them.</summary>
public static class CronText
{
    /// <summary>Five fields are crontab's (Sunday is 0), six or seven are Quartz's, which begin with seconds (Sunday is 1).</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? cron, [NotNullWhen(false)] out string? error)
    {
        (cron, error) = (null, null);
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        try
        {
            var read = CronExpression.Parse(text, fields == 5 ? CronFormat.Unix : CronFormat.Quartz);
            if (read.GetNextValidTimeAfter(TimeProvider.System.GetUtcNow()) is null)
                error = $"“{text}” is never due.";
            else
                cron = read.CronExpressionString;
        }
        catch (FormatException e)
        {
            error = $"“{text}” is no cron expression ({e.Message.TrimEnd('.')}); \"0 30 2 * * ?\" is every day at 2:30.";
        }
        return cron is not null;
    }

    public static bool TryReadTimeZone(string text, [NotNullWhen(false)] out string? error)
    {
        error = TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)
            ? null
            : $"“{text}” is no time zone that this host knows; examples: Asia/Shanghai, Etc/UTC.";
        return error is null;
    }
}
