using System.Net.Http.Json;
using System.Text.Json;
using Extractor.Tests;

namespace Extractor.Web.Tests;

public sealed class OverviewTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_overview_counts_what_is_stored()
    {
        await using var served = await ServedDatabase.StartAsync(server, null, Samples.Document("a", "2021年，西藏快递业务量完成1485.17万件。"));
        var overview = await served.Http.GetFromJsonAsync<JsonElement>("/api/v1/overview", Ct);
        Assert.Equal((1, 1), (overview.GetProperty("documents").GetInt32(), overview.GetProperty("claims").GetInt32()));
    }
}
