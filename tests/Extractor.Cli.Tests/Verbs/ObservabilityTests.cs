using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Extractor.Storage;

namespace Extractor.Cli.Tests.Verbs;

public sealed partial class ObservabilityTests(TestServer server)
{
    // Put on by Prometheus, or by the histogram's form.
    static readonly string[] LabelsFromElsewhere = ["instance", "job", "le"];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<(string, string?)[]> DatabaseAsync()
    {
        (string, string?)[] database = [("EXTRACTOR_DATABASE", await server.CreateAsync())];
        Assert.Equal(0, (await Command.RunAsync(["migrate"], "", database)).Code);
        return database;
    }

    static async Task ExecuteAsync((string, string?)[] database, string sql)
    {
        await using var db = Database.Open(database[0].Item2!);
        await using var connection = await db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>A document read, one parked, and one that no worker takes for now.</summary>
    static async Task FillAsync((string, string?)[] database)
    {
        using var folder = new Folder();
        foreach (var i in Enumerable.Range(0, 3))
            folder.Write($"{i}.txt", $"2021年，全区快递业务量{i + 10}万件。");
        Assert.Equal(0, (await Command.RunAsync(["ingest", folder.Path], "", database)).Code);
        await ExecuteAsync(database, """
            update jobs set state = 'parked', error = 'by the test', finished_at = now() where job_id = (select min(job_id) from jobs);
            update jobs set run_at = now() + interval '1 day' where job_id = (select max(job_id) from jobs)
            """);
    }

    [Fact]
    public async Task Every_metric_and_label_of_the_dashboard_is_on_a_real_workers_page()
    {
        var database = await DatabaseAsync();
        await FillAsync(database);
        await using var worker = await WorkerProcess.StartAsync([], database);
        var page = await worker.UntilAsync("/metrics", (_, text) => text.Contains("extractor_documents_read_total 1\n", StringComparison.Ordinal));
        page = await worker.UntilAsync("/metrics", (_, text) => text.Contains("state=\"ready\"", StringComparison.Ordinal) && text.Contains("state=\"parked\"", StringComparison.Ordinal));
        Assert.Contains("extractor_claims_added_total 1\n", page, StringComparison.Ordinal);
        Assert.Contains("extractor_jobs_finished_total{outcome=\"done\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("extractor_queue_parked_jobs 1\n", page, StringComparison.Ordinal);
        Assert.Contains("extractor_database_up 1\n", page, StringComparison.Ordinal);
        Assert.All(page.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(Line(), line));

        var shown = Sample().Matches(page)
            .GroupBy(sample => sample.Groups["name"].Value)
            .ToDictionary(
                samples => samples.Key,
                samples => samples.SelectMany(sample => Label().Matches(sample.Groups["labels"].Value).Select(label => label.Groups[1].Value)).ToHashSet());
        var queries = Dashboard();
        Assert.NotEmpty(queries);
        foreach (var (expression, legend) in queries)
        {
            var names = Metric().Matches(expression).Select(match => match.Value).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.True(shown.ContainsKey(name), $"{name} of “{expression}” is not on /metrics"));
            var labels = Selected().Matches(expression).SelectMany(match => Label().Matches(match.Groups[1].Value).Select(label => label.Groups[1].Value))
                .Concat(Grouped().Matches(expression).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)))
                .Concat(Legend().Matches(legend).Select(match => match.Groups[1].Value));
            Assert.All(labels.Except(LabelsFromElsewhere), label =>
                Assert.True(names.All(name => shown[name].Contains(label)), $"{label} of “{expression}” is no label on /metrics"));
        }
        Assert.Equal(ExitCode.Done, await worker.EndAsync());
    }

    static List<(string Expression, string Legend)> Dashboard()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(ComposeTests.Root("eng/grafana/extractor.json")));
        var queries = new List<(string, string)>();
        foreach (var panel in dashboard.RootElement.GetProperty("panels").EnumerateArray())
            if (panel.TryGetProperty("targets", out var targets))
                queries.AddRange(targets.EnumerateArray().Select(target => (target.GetProperty("expr").GetString()!, target.GetProperty("legendFormat").GetString()!)));
        foreach (var variable in dashboard.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray())
            if (variable.GetProperty("type").GetString() == "query")
                queries.Add((variable.GetProperty("query").GetProperty("query").GetString()!, ""));
        return queries;
    }

    [Fact]
    public async Task Health_tells_a_schema_that_is_too_old_from_a_server_that_is_away()
    {
        var database = await DatabaseAsync();
        await using var worker = await WorkerProcess.StartAsync([], database);
        Assert.Contains("\"healthy\":true", await worker.UntilAsync("/health", (status, _) => status == HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "alive\n"), await worker.GetAsync("/alive"));
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync("/")).Status);

        await ExecuteAsync(database, "update schema_migrations set number = 9999 where number = 1");
        Assert.Contains("newer than this program", await worker.UntilAsync("/health", (status, _) => status == HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
        await ExecuteAsync(database, "update schema_migrations set number = 1 where number = 9999");
        await worker.UntilAsync("/health", (status, _) => status == HttpStatusCode.OK);

        await server.KillAsync();
        Assert.Contains("\"database\":false", await worker.UntilAsync("/health", (status, _) => status == HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
        await worker.UntilAsync("/metrics", (_, text) => text.Contains("extractor_database_up 0\n", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync("/alive")).Status);
        await server.Server.ReviveAsync(Ct);
        await worker.UntilAsync("/health", (status, _) => status == HttpStatusCode.OK);
        await worker.UntilAsync("/metrics", (_, text) => text.Contains("extractor_database_up 1\n", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, await worker.EndAsync());
    }

    [Fact]
    public async Task Metrics_and_traces_go_to_the_collector_that_is_named()
    {
        var database = await DatabaseAsync();
        await FillAsync(database);
        using var collector = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        collector.Prefixes.Add(address);
        collector.Start();
        using var worker = Command.Start(["worker"], [
            .. database, ("OTEL_EXPORTER_OTLP_ENDPOINT", address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "500")]);
        var waited = new HashSet<string> { "/v1/metrics extractor_documents_read_total", "/v1/metrics extractor_queue_jobs", "/v1/traces extractor.document" };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        while (waited.Count > 0)
        {
            var request = await collector.GetContextAsync().WaitAsync(deadline.Token);
            using (var reader = new StreamReader(request.Request.InputStream, System.Text.Encoding.Latin1))
            {
                var body = await reader.ReadToEndAsync(deadline.Token);
                Assert.DoesNotContain("快递业务量", body, StringComparison.Ordinal);
                waited.RemoveWhere(one => request.Request.Url!.AbsolutePath == one.Split(' ')[0] && body.Contains(one.Split(' ')[1], StringComparison.Ordinal));
            }
            request.Response.Close();
        }
        worker.Kill();
        await worker.WaitForExitAsync(Ct);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_usage_error()
    {
        var database = await DatabaseAsync();
        await using var worker = await WorkerProcess.StartAsync([], database);
        var second = await Command.RunAsync(["worker", "--port", $"{worker.Http.BaseAddress!.Port}"], "", database);
        second.Refused(ExitCode.Usage, "--port", "in use");
        (await Command.RunAsync(["worker", "--port", "99999"], "", database)).Refused(ExitCode.Usage, "--port");
        (await Command.RunAsync(["worker", "--bind", "here"], "", database)).Refused(ExitCode.Usage, "--bind");
    }

    static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // A line of the text format: a comment, or a name, labels, a number.
    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_]+ .*|[a-z_]+(\{([a-z_]+="([^"\\]|\\.)*",?)+\})? (\+Inf|[-+0-9.eE]+))$""")]
    private static partial Regex Line();

    [GeneratedRegex("""^(?<name>[a-z_]+)(\{(?<labels>.*)\})? """, RegexOptions.Multiline)]
    private static partial Regex Sample();

    [GeneratedRegex("""([a-z_]+)\s*(?:=~|!~|!=|=)\s*"(?:[^"\\]|\\.)*""")]
    private static partial Regex Label();

    [GeneratedRegex("extractor_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Selected();

    [GeneratedRegex(@"\bby \(([^)]*)\)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\{\{([a-z_]+)\}\}")]
    private static partial Regex Legend();
}
