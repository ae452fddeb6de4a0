namespace Extractor.Worker.Schedules;

/// <summary>What schedules can do. The one place where a kind is tied to its work is where the worker is put together.</summary>
public sealed class ScheduleKinds(IReadOnlyDictionary<string, Schedule.Work> work)
{
    public const string Reextract = "reextract";
    public const string Feeds = "feeds";
    public const string Folder = "folder";
    public const string Verify = "verify";

    /// <summary>The kinds that may be named on the command line, with what their argument says.</summary>
    public static IReadOnlyDictionary<string, string> Arguments { get; } = new Dictionary<string, string>
    {
        [Reextract] = "filters of what to read again; all that an older ruleset read where not said",
        [Feeds] = "the name of a feed; all feeds where not said",
        [Folder] = "the folder's path",
        [Verify] = "nothing",
    };

    /// <exception cref="InvalidOperationException">This program does not know how to do that kind of work.</exception>
    public Schedule.Work this[string kind] => work.TryGetValue(kind, out var found)
        ? found
        : throw new InvalidOperationException($"this version of the program has no work of the kind {kind}");
}
