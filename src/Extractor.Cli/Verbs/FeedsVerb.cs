using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Storage.Feeds;
using Extractor.Worker.Feeds;
using Spectre.Console;

namespace Extractor.Cli.Verbs;

/// <summary><c>feeds</c>: RSS and Atom feeds, whose entries become documents.</summary>
static class FeedsVerb
{
    public static Command Create(Terminal terminal) =>
        new("feeds", "Keep and poll RSS and Atom feeds, whose entries become documents") { Add(terminal), List(terminal), Remove(terminal), Poll(terminal) };

    static Command Add(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var url = new Argument<string>("url") { Description = "http or https, without a password" };
        var name = new Option<string?>("--name") { Description = "The source of its documents; its host and path where not said", HelpName = "NAME" };
        var publication = new Option<string?>("--publication") { Description = "The newspaper or office of its documents", HelpName = "NAME" };
        var region = new Option<string?>("--region") { Description = "What 全区, 我省, 全市 mean in it", HelpName = "PLACE" };
        var every = new Option<int>("--every") { Description = "Minutes between two polls", HelpName = "MINUTES", DefaultValueFactory = _ => 15 };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 43_200)
                result.AddError("--every must be from 1 to 43200 minutes.");
        });
        var command = new Command("add", "Add a feed") { url, name, publication, region, every, database };
        command.SetAction(async (parsed, ct) =>
        {
            var address = Address(parsed.GetValue(url)!);
            var feed = new NewFeed(
                Fact(parsed.GetValue(name), "--name") ?? FeedUrl.Show(address), address.AbsoluteUri,
                Fact(parsed.GetValue(publication), "--publication"), Fact(parsed.GetValue(region), "--region"), TimeSpan.FromMinutes(parsed.GetValue(every)));
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            if (!await session.Work.RunAsync(async token => await new FeedStore(session.Db).AddAsync(feed, token), ct))
                throw new CliException(ExitCode.Usage, $"a feed named {feed.Name} or with this address is there already; see: extractor feeds list");
            terminal.Out.WriteLine($"added {Terminal.OneLine(feed.Name)}");
            return ExitCode.Done;
        });
        return command.WithExamples("extractor feeds add https://example.org/rss.xml --name 西藏日报 --region 西藏自治区");
    }

    static Command List(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var command = new Command("list", "List the feeds and how they fare") { database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var table = new Table().Border(TableBorder.Rounded).AddColumns("feed", "address", "polled", "outcome", "failures", "next", "error");
            foreach (var feed in await session.Work.RunAsync(async token => await new FeedStore(session.Db).ListAsync(token), ct))
                table.AddRow(((string[])
                [
                    feed.Name, FeedUrl.Show(feed.Url), Time(feed.PolledAt), feed.LastOutcome ?? "", feed.Failures.ToString(CultureInfo.InvariantCulture),
                    feed.Enabled ? Time(feed.DueAt) : "never: gone", feed.LastError ?? "",
                ]).Select(cell => new Text(Terminal.OneLine(cell))));
            terminal.Tables().Write(table);
            return ExitCode.Done;
        });
        return command;
    }

    static Command Remove(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var name = new Argument<string>("name");
        var command = new Command("remove", "Remove a feed; its documents stay") { name, database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            if (!await session.Work.RunAsync(async token => await new FeedStore(session.Db).RemoveAsync(parsed.GetValue(name)!, token), ct))
                throw Unknown(parsed.GetValue(name)!);
            terminal.Out.WriteLine($"removed {Terminal.OneLine(parsed.GetValue(name)!)}");
            return ExitCode.Done;
        });
        return command;
    }

    static Command Poll(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "One feed, due or not; all that are due where not said" };
        var allowPrivate = new Option<bool>("--allow-private")
        {
            Description = "Allow addresses that are not of the public internet",
            DefaultValueFactory = _ => InputOptions.AllowsPrivateFeeds,
        };
        var command = new Command("poll", "Bring in what is new") { name, allowPrivate, database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            using var client = new FeedClient(parsed.GetValue(allowPrivate));
            var poller = new FeedPoller(session.Db, session.Work, client);
            return Show(terminal, parsed.GetValue(name) is { } one
                ? [await poller.PollAsync(one, ct) ?? throw Unknown(one)]
                : await poller.PollDueAsync(ct));
        });
        return command.WithExamples("extractor feeds poll", "extractor feeds poll 西藏日报");
    }

    static int Show(Terminal terminal, IReadOnlyList<FeedReport> reports)
    {
        foreach (var report in reports.OrderBy(report => report.Feed, StringComparer.Ordinal))
        {
            if (report.Error is not null)
                terminal.Say($"{report.Feed}: {report.Error}");
            foreach (var skipped in report.Skipped)
                terminal.Say(skipped);
            if (report.Error is null)
                terminal.Out.WriteLine($"{Terminal.OneLine(report.Feed)}: {(report.Unchanged ? "unchanged" : report.Intake.ToString())}");
        }
        var failed = reports.Count(report => report.Error is not null);
        if (reports.Count == 0)
            terminal.Out.WriteLine("no feed is due");
        return failed == 0 && reports.All(report => report.Skipped.Count == 0) ? ExitCode.Done
            : failed == reports.Count ? ExitCode.Missing
            : ExitCode.Partly;
    }

    static CliException Unknown(string name) => new(ExitCode.Missing, $"{name}: no such feed; see: extractor feeds list");

    static Uri Address(string url)
    {
        try
        {
            return FeedUrl.Parse(url);
        }
        catch (FeedException e)
        {
            throw new CliException(ExitCode.Usage, e.Message);
        }
    }

    static string? Fact(string? value, string option) => value?.Trim() is not { Length: > 0 } text ? null
        : text.Length <= 200 && !text.Any(char.IsControl) ? text
        : throw new CliException(ExitCode.Usage, $"{option}: at most 200 characters, none of them control characters");

    static string Time(DateTime? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";
}
