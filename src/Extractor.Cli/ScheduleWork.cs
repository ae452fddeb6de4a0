using Extractor.Worker.Schedules;

namespace Extractor.Cli;

/// <summary>The one place that ties each kind of schedule to its work.</summary>
static class ScheduleWork
{
    public static ScheduleKinds Of() => new(new Dictionary<string, Schedule.Work>());
}
