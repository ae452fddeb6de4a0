using System.Text.RegularExpressions;
using Dapper;

namespace Extractor.Web.Tests.Pages;

/// <summary>The ways that people go.</summary>
[Collection(typeof(DeskTests))]
public sealed partial class WayTests(ServedDesk desk, Browser browser)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [GeneratedRegex("<td class=\"number\"><a href=\"/documents/[^?]*\\?claim=([0-9a-f-]+)")]
    private static partial Regex ClaimLink { get; }

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next { get; }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_overview_to_the_sentence_by_clicks(bool hasScript)
    {
        await using var window = await browser.OpenAsync(desk.Http, hasScript: hasScript);
        var page = window.Page;
        await window.GoAsync("/");
        await page.FillAsync("#text", "西藏 快递业务量");
        await page.ClickAsync("form[action='/claims'] button");
        await page.Locator(".claims tr", new() { HasText = "西藏自治区邮政管理局" }).Locator("a", new() { HasText = "1485.17" }).First.ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("#c-", StringComparison.Ordinal));
        Assert.Equal("1485.17万件", await page.Locator(".lit-q").First.InnerTextAsync());
        Assert.Equal("快递业务量", await page.Locator(".text .lit-i").First.InnerTextAsync());
        Assert.Contains("14851700", await page.Locator("details[open]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator(".lit-q").First.EvaluateAsync<bool>("e => { const box = e.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"));
        // And on to its series.
        await page.Locator("details[open] a.aside").ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("/indicator?", StringComparison.Ordinal));
        Assert.Equal(hasScript, await page.Locator("#chart canvas").IsVisibleAsync());
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task From_the_overview_to_the_sentence_by_keyboard()
    {
        await using var window = await browser.OpenAsync(desk.Http);
        var page = window.Page;
        await window.GoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await FocusedAsync("href"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("text", await FocusedAsync("id"));
        await page.Keyboard.TypeAsync("快递业务量 西藏");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => address.Contains("/claims?", StringComparison.Ordinal));
        for (var presses = 0; presses < 60 && (await FocusedAsync("href"))?.StartsWith("/documents/", StringComparison.Ordinal) != true; presses++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => address.Contains("#c-", StringComparison.Ordinal));
        Assert.True(await page.Locator(".lit-q").CountAsync() > 0);
        Assert.Empty(window.Troubles);

        Task<string?> FocusedAsync(string attribute) => page.EvaluateAsync<string?>($"document.activeElement.getAttribute('{attribute}')");
    }

    [Fact]
    public async Task Parts_of_a_claim_light_up_under_the_pointer_and_the_focus()
    {
        await using var window = await browser.OpenAsync(desk.Http);
        var page = window.Page;
        await window.GoAsync(await AddressAsync("postal-bulletin.txt"));
        Assert.Equal(0, await page.Locator(".lit-q").CountAsync());
        var quote = page.Locator("a.quote", new() { HasText = "1485.17万件" }).First;
        foreach (var act in (Func<Task>[])[() => quote.HoverAsync(), async () => { await page.Mouse.MoveAsync(1, 1); await quote.FocusAsync(); }])
        {
            await act();
            Assert.Equal(["1485.17万件"], await page.Locator(".lit-q").AllInnerTextsAsync());
            Assert.Contains("2021年", string.Concat(await page.Locator(".lit-p").AllInnerTextsAsync()), StringComparison.Ordinal);
        }
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await page.Locator("details.claim[open]").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator("details.claim[open]").CountAsync());
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task A_point_of_the_chart_leads_to_its_sentence()
    {
        await using var window = await browser.OpenAsync(desk.Http);
        var page = window.Page;
        await window.GoAsync("/indicator?name=express-volume");
        Assert.True(await page.Locator(".tag.disagrees").CountAsync() > 0);
        var over = (await page.Locator(".u-over").BoundingBoxAsync())!;
        // Points have no elements: the pointer goes along until the chart says what it is over.
        for (var step = 0; step < 400 && await page.Locator(".tip").IsHiddenAsync(); step++)
            await page.Mouse.MoveAsync(over.X + over.Width * (step % 40) / 40, over.Y + over.Height * (step / 40 + 0.5f) / 10);
        Assert.Contains("年", await page.Locator(".tip").InnerTextAsync(), StringComparison.Ordinal);
        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync(address => address.Contains("/documents/", StringComparison.Ordinal));
        Assert.Equal(1, await page.Locator("details.claim[open]").CountAsync());
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task A_pasted_sentence_gets_its_verdicts_without_script()
    {
        await using var window = await browser.OpenAsync(desk.Http, hasScript: false);
        var page = window.Page;
        foreach (var (sentence, verdict) in ((string, string)[])
            [("“西藏2021年快递业务量</p>1485.17万件”", "is-"), ("西藏2021年快递业务量达1500万件", "is-differs"), ("西藏2021年快递业务量1485万件", "is-rounds"), ("西藏2021年快递业务量1485.17万件", "is-agrees")])
        {
            await window.GoAsync("/");
            await page.FillAsync("#sentence", sentence);
            await page.ClickAsync("form[action='/check'] button");
            Assert.Contains(verdict, await page.Locator(".verdict").First.GetAttributeAsync("class"), StringComparison.Ordinal);
            Assert.Equal(sentence, await page.InputValueAsync("#text"));
        }
        await page.Locator(".evidence a.number").First.ClickAsync();
        Assert.Equal(1, await page.Locator("details.claim[open]").CountAsync());
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Lookup_pages_hold_every_claim_once_in_any_order_of_filters()
    {
        await using var connection = await desk.Served.Db.OpenConnectionAsync(Ct);
        foreach (var (address, where) in ((string, string)[])
        [
            ("/claims", "true"),
            ("/claims?status=actual&unit=元&from=2021-06", "status = 'actual' and unit = 'CNY' and period_end >= '2021-06-01'"),
            ("/claims?publication=西藏日报&measure=level", "publication = '西藏日报' and measure = 'level'"),
        ])
        {
            var keys = new List<Guid>();
            for (string? next = address; next is not null;)
            {
                var text = (await desk.Http.AskAsync(next)).Text;
                keys.AddRange(ClaimLink.Matches(text).Select(match => Guid.Parse(match.Groups[1].ValueSpan)));
                next = Next.Match(text) is { Success: true } match ? System.Net.WebUtility.HtmlDecode(match.Groups[1].Value) : null;
            }
            var stored = (await connection.QueryAsync<Guid>(new($"select claim_key from published_claims where not duplicate and {where}", cancellationToken: Ct))).ToList();
            Assert.NotEmpty(stored);
            Assert.Equal(stored.Order(), keys.Order());
        }
    }

    async Task<string> AddressAsync(string document)
    {
        await using var connection = await desk.Served.Db.OpenConnectionAsync(Ct);
        return $"/documents/{await connection.QuerySingleAsync<Guid>(new("select document_id from documents where name = @document", new { document }, cancellationToken: Ct))}";
    }
}
