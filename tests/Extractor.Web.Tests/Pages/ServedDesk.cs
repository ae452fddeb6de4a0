using Dapper;
using Extractor.Storage.Documents;
using Extractor.Tests;

namespace Extractor.Web.Tests.Pages;

[CollectionDefinition]
public sealed class DeskTests : ICollectionFixture<ServedDesk>;

/// <summary>Fixtures, a series with a conflict, a hostile page and a parked job, served for all tests that look at pages.</summary>
public sealed class ServedDesk(TestServer server) : IAsyncLifetime
{
    public const string Token = "desk-token";

    public const string Hostile = """
        <script>document.title = 'broken'; alert(1)</script><img src=x onerror="alert(2)"></div></main>2021年，<b>西藏快递业务收入</b>完成1,234.5万元。
        {{constructor}} " onmouseover="alert(3) javascript:alert(4) 😀2020年，西藏粮食产量103万吨。
        """;

    internal ServedDatabase Served { get; private set; } = null!;

    public HttpClient Http => Served.Http;

    public Guid HostileId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var hostile = new Document("<i>source</i>", "javascript:alert(5)", Hostile + "\u202e反\u202c\u0007", new("\"><script>alert(6)</script>\u202e.html", "</title><script>alert(7)</script>报", "西藏自治区", new(2022, 2, 2)));
        HostileId = hostile.Id;
        Served = await ServedDatabase.StartAsync(server, new() { Token = Token },
        [
            .. Fixtures.Read("postal-bulletin.txt", "finance.txt", "county-story.txt", "communique.txt", "hard-wraps.txt"),
            .. Enumerable.Range(2015, 6).Select(year => new Document("series", $"{year}", $"{year}年，西藏快递业务量约{year - 1900}.5万件。", new($"快递{year}", "西藏日报", "西藏自治区", new(year + 1, 1, 20)))),
            new("series", "other", "2020年，西藏快递业务量达900万件。", new("另一说", "拉萨晚报", "西藏自治区", new(2021, 2, 1))),
            hostile,
        ]);
        await using var connection = await Served.Db.OpenConnectionAsync();
        await connection.ExecuteAsync("update jobs set state = 'parked', error = '<b>failed</b>' where document_id = @HostileId", new { HostileId });
    }

    public ValueTask DisposeAsync() => Served.DisposeAsync();
}
