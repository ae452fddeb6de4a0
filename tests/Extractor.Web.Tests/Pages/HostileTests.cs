namespace Extractor.Web.Tests.Pages;

[Collection(typeof(DeskTests))]
public sealed class HostileTests(ServedDesk desk, Browser browser)
{
    [Fact]
    public async Task Markup_and_script_of_a_page_show_as_text_and_run_nothing()
    {
        await using var window = await browser.OpenAsync(desk.Http);
        var page = window.Page;
        await window.GoAsync($"/documents/{desk.HostileId}");
        var text = await page.Locator("#text").EvaluateAsync<string>("e => e.textContent");
        Assert.Contains(ServedDesk.Hostile.ReplaceLineEndings("\n").Trim(), text, StringComparison.Ordinal);
        Assert.Contains("[U+202E]反[U+202C][U+0007]", text, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main script, main img, main [onmouseover], main [href^='javascript']").CountAsync());
        Assert.StartsWith("\"><script>alert(6)</script>[U+202E].html", await page.TitleAsync(), StringComparison.Ordinal);
        foreach (var quote in await page.Locator("a.quote").AllAsync())
            await quote.ClickAsync();
        foreach (var address in (string[])["/", "/documents", "/publications", "/claims?text=粮食", "/queue?state=parked", "/runs/1", "/claims?text=<script>alert(8)</script>", "/claims?publication=\"><img src=x onerror=alert(9)>", "/conflicts?scope='--<svg onload=alert(10)>"])
            await window.GoAsync(address);
        Assert.Empty(window.Troubles);
    }
}
