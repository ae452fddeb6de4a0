using System.Net;
using System.Text;
using Dapper;
using Extractor.Tests;

namespace Extractor.Web.Tests.Pages;

public sealed class QueuePageTests(TestServer server, Browser browser)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_parked_job_is_retried_with_the_token_only_and_not_from_another_site()
    {
        await using var served = await ServedDatabase.StartAsync(server, new() { Token = "secret" }, [.. "abc".Select(name => Samples.Document($"{name}", $"2021年，西藏快递业务量完成1485.17万件。{name}"))]);
        await using var connection = await served.Db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync(new("update jobs set state = 'parked', error = '<b>failed</b>'", cancellationToken: Ct));
        Task<int> ParkedAsync() => connection.ExecuteScalarAsync<int>(new("select count(*)::int from jobs where state = 'parked'", cancellationToken: Ct));

        await using var stranger = await browser.OpenAsync(served.Http);
        await stranger.GoAsync("/queue?state=parked");
        Assert.Contains("<b>failed</b>", await stranger.Page.Locator(".error").First.InnerTextAsync(), StringComparison.Ordinal);
        await stranger.Page.ClickAsync("button[value=all]");
        Assert.Equal(401, (int)(await served.Http.PostAsync("/queue/retry", null, Ct)).StatusCode);
        Assert.Equal(3, await ParkedAsync());

        await using var operatorWindow = await browser.OpenAsync(served.Http, token: "secret");
        await operatorWindow.GoAsync("/queue?state=parked");
        await operatorWindow.Page.Locator("input[name=job]").First.CheckAsync();
        await operatorWindow.Page.ClickAsync("button[value=chosen]");
        await operatorWindow.Page.WaitForURLAsync(address => address.Contains("retried=1", StringComparison.Ordinal));
        Assert.Equal(2, await ParkedAsync());
        await operatorWindow.Page.ClickAsync("button[value=all]");
        await operatorWindow.Page.WaitForURLAsync(address => address.Contains("retried=2", StringComparison.Ordinal));
        Assert.Equal("2 项任务已重新排队。", await operatorWindow.Page.Locator("[role=status]").InnerTextAsync());
        Assert.Equal(0, await ParkedAsync());

        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"desk:secret"));
        using var form = new HttpRequestMessage(HttpMethod.Post, "/queue/retry") { Content = new FormUrlEncodedContent([new("which", "all")]) };
        form.Headers.Add("Authorization", $"Basic {basic}");
        form.Headers.Add("Origin", "https://elsewhere.example");
        form.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await served.Http.SendAsync(form, Ct)).StatusCode);
    }
}
