using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Extractor.Storage;
using Npgsql;

namespace Extractor.Web.Tests;

/// <summary>The views as the login of a dashboard sees them, and the dashboard that comes with the program.</summary>
[Collection(typeof(ReadingTests))]
public sealed partial class DashboardTests(ServedFixtures fixtures)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<NpgsqlConnection> LoginAsync(string role)
    {
        var login = $"desk_{Guid.NewGuid():N}";
        await using (var owner = await fixtures.Served.Db.OpenConnectionAsync(Ct))
            await owner.ExecuteAsync("call create_login(@login, @role)", new { login, role });
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(fixtures.Served.Db.ConnectionString) { Username = login, Pooling = false }.ToString());
        await connection.OpenAsync(Ct);
        return connection;
    }

    static string Root(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Extractor.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, file);
    }

    [Fact]
    public async Task A_reader_may_ask_every_published_view_and_each_is_described()
    {
        await using var reader = await LoginAsync("extractor_reader");
        var views = (await reader.QueryAsync<string>("select viewname from pg_views where schemaname = 'public' order by 1")).AsList();
        Assert.Equal(["published_checks", "published_claims", "published_conflicts", "published_queue_health", "published_run_differences", "published_series"], views);
        var guide = await File.ReadAllTextAsync(Root("docs/dashboards.md"), Ct);
        foreach (var view in views)
        {
            await reader.ExecuteAsync($"select * from {view} limit 1");
            Assert.NotNull(await reader.ExecuteScalarAsync<string>("select obj_description(@view::regclass)", new { view }));
            Assert.Contains($"`{view}`", guide, StringComparison.Ordinal);
        }
        foreach (var column in await reader.QueryAsync<string>("select column_name from information_schema.columns where table_name in ('published_series', 'published_queue_health')"))
            Assert.Contains($"`{column}`", guide, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_query_of_the_desks_dashboard_runs_as_a_reader()
    {
        await using var reader = await LoginAsync("extractor_reader");
        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Root("eng/grafana/desk.json"), Ct));
        var queries = dashboard.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("rawSql").GetString()!)
            .Concat(dashboard.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray().Where(variable => variable.GetProperty("type").GetString() == "query").Select(variable => variable.GetProperty("query").GetString()!))
            .ToList();
        Assert.NotEmpty(queries);
        Dictionary<string, string> chosen = new() { ["indicator"] = "'express-volume'", ["scope"] = "'西藏自治区'", ["measure"] = "'level'", ["unit"] = "'{件}'" };
        foreach (var query in queries)
        {
            var rows = (await reader.QueryAsync(Variable().Replace(query, match => chosen[match.Groups[1].Value]))).AsList();
            Assert.True(rows.Count > 0 || query.Contains("conflicts", StringComparison.Ordinal) || query.Contains("published_checks", StringComparison.Ordinal), query);
        }
    }

    [Fact]
    public async Task The_webs_own_login_serves_takes_documents_in_and_retries()
    {
        await using var login = await LoginAsync("extractor_web");
        await using var db = Database.Open(new NpgsqlConnectionStringBuilder(login.ConnectionString).ToString());
        await using var web = await WebServer.StartAsync(
            db, new() { Urls = ["http://127.0.0.1:0"], Token = "t" }, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, Ct);
        using var http = new HttpClient { BaseAddress = new(web.Addresses.First()) };
        foreach (var address in (string[])["overview", "documents", "claims?q=快递", "indicators", "scopes", "series?indicator=gdp", "conflicts", "runs", "jobs", "publications", "exports/claims.jsonl"])
            Assert.Equal(System.Net.HttpStatusCode.OK, (await http.AskAsync($"/api/v1/{address}")).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.SendAsync(HttpMethod.Post, "/api/v1/jobs/retry", """{"all":true}""", "t")).Status);
        // Taken back: other tests count what is there.
        var sent = await http.SendAsync(HttpMethod.Post, "/api/v1/documents", """{"document":"web","text":"无"}""", "t");
        Assert.Equal(System.Net.HttpStatusCode.Accepted, sent.Status);
        await new Storage.Erasures.ErasureStore(fixtures.Served.Db).EraseAsync(sent.Json.GetProperty("document").GetProperty("id").GetGuid(), Ct);
        (await http.SendAsync(HttpMethod.Post, "/api/v1/documents", """{"document":"web","text":"无"}""", "t")).Refused(System.Net.HttpStatusCode.Gone, "erased");
    }

    [GeneratedRegex(@"\$\{(\w+):sqlstring\}")]
    private static partial Regex Variable();
}
