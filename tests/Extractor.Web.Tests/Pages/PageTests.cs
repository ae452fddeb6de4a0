namespace Extractor.Web.Tests.Pages;

[Collection(typeof(DeskTests))]
public sealed class PageTests(ServedDesk desk, Browser browser, OpenWindows windows) : IClassFixture<OpenWindows>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/claims", "/claims?text=快递&from=2019&to=2021&status=actual&measure=level", "/claims?text=无此", "/check", "/indicators", "/indicator?name=express-volume",
        "/indicator?name=express-volume&scope=西藏自治区&measure=growth&unit=%25&basis=yoy&status=actual", "/places", "/place?name=540000", "/publications",
        "/publication?name=西藏日报", "/documents", "/documents/{hostile}", "/conflicts", "/runs", "/runs/1", "/queue", "/queue?state=parked",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole_in_both_languages_narrow_and_wide_light_and_dark(string address)
    {
        address = address.Replace("{hostile}", $"{desk.HostileId}", StringComparison.Ordinal);
        foreach (var (language, code, isDark) in ((string, string, bool)[])[("zh", "zh-CN", false), ("en", "en", true)])
        {
            var window = await windows.TakeAsync(language, isDark);
            await window.GoAsync(address);
            Assert.Equal((address, code, 1), (address, await window.Page.GetAttributeAsync("html", "lang"), await window.Page.Locator("h1").CountAsync()));
            await WholeAsync(window);
        }
    }

    [Fact]
    public async Task What_a_check_answers_is_whole_too()
    {
        foreach (var (language, isDark) in ((string, bool)[])[("zh", true), ("en", false)])
        {
            var window = await windows.TakeAsync(language, isDark);
            await window.GoAsync("/check");
            await window.Page.FillAsync("#text", "西藏2021年快递业务量达1500万件，西藏2021年快递业务量1485.17万件。2021年西藏快递业务量1485万件，拉萨市有300只猫。");
            await window.Page.ClickAsync(".check-form button");
            foreach (var verdict in (string[])["differs", "agrees", "rounds", "none"])
                Assert.Equal((verdict, 1), (verdict, await window.Page.Locator($".verdict.is-{verdict}").CountAsync()));
            Assert.Equal("1485.17万件", await window.Page.Locator(".is-differs .evidence mark").First.InnerTextAsync());
            await WholeAsync(window);
        }
    }

    static async Task WholeAsync(Window window)
    {
        foreach (var width in (int[])[1280, 360])
        {
            await window.Page.SetViewportSizeAsync(width, 800);
            Assert.Equal((window.Page.Url, width, ""), (window.Page.Url, width, await window.SeriousAsync()));
            Assert.Equal((window.Page.Url, width, 0), (window.Page.Url, width, await window.OverflowAsync()));
        }
        Assert.Empty(window.Troubles);
        await window.Page.SetViewportSizeAsync(1280, 800);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_works_without_script(string address)
    {
        var window = await windows.TakeAsync(hasScript: false);
        await window.GoAsync(address.Replace("{hostile}", $"{desk.HostileId}", StringComparison.Ordinal));
        Assert.True(await window.Page.Locator("main h1").CountAsync() == 1);
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task What_is_not_there_and_what_cannot_be_asked_are_pages_too()
    {
        foreach (var (address, status) in ((string, int)[])[("/nothing", 404), ("/documents/00000000-0000-0000-0000-000000000000", 404), ("/indicator?name=x", 404), ("/place", 404), ("/publication?name=x", 404), ("/runs/99", 404), ("/queue?state=lost", 400), ("/claims?from=soon", 400), ("/claims?after=x", 400)])
        {
            var answer = await desk.Http.SendAsync(HttpMethod.Get, address, headers: ("Accept", "text/html"));
            Assert.Equal((address, status, "text/html"), (address, (int)answer.Status, answer.Type?.MediaType));
        }
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "没有内容", "nothing at this address")]
    [InlineData("POST", "/queue/retry", 401, "口令", "needs the token")]
    [InlineData("GET", "/claims?from=soon", 400, "时期自：“soon”不是日期", "Period from: “soon” is no date")]
    [InlineData("GET", "/claims?after=x", 400, "从第一页重来", "begin with the first")]
    [InlineData("DELETE", "/claims", 405, "不接受这样的请求", "does not take such a request")]
    public async Task What_went_wrong_is_said_in_the_readers_language(string method, string address, int status, string chinese, string english)
    {
        foreach (var (language, words) in ((string, string)[])[("zh", chinese), ("en", english)])
        {
            var answer = await desk.Http.SendAsync(new(method), address, headers: [("Accept", "text/html"), ("Cookie", $"lang={language}")]);
            Assert.Equal(status, (int)answer.Status);
            Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_language_is_kept_once_it_was_chosen()
    {
        await using var window = await browser.OpenAsync(desk.Http);
        await window.GoAsync("/indicator?name=express-volume");
        await window.Page.GetByText("English", new() { Exact = true }).ClickAsync();
        Assert.Equal("Express deliveries · 西藏自治区 · Extractor", await window.Page.TitleAsync());
        await window.GoAsync("/claims");
        Assert.Equal("en", await window.Page.GetAttributeAsync("html", "lang"));
    }
}
