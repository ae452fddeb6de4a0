using Microsoft.Playwright;

namespace Extractor.Web.Tests.Pages;

/// <summary>A window of the browser, and what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    static readonly Lazy<string> s_axe = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", "axe", "axe.min.js")));

    readonly IBrowserContext _context;

    internal Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        // What the policy refuses, what a script throws, what cannot be fetched: all of it comes to the console.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Troubles.Add(message.Text);
        };
        page.PageError += (_, error) => Troubles.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            Troubles.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal))
                Troubles.Add($"asked another host: {request.Url}");
        };
    }

    public IPage Page { get; }

    public List<string> Troubles { get; } = [];

    public async Task GoAsync(string address, int status = 200) =>
        Assert.Equal((address, status), (address, (await Page.GotoAsync(address))!.Status));

    /// <summary>From the next page on axe-core looks along.</summary>
    public Task BringAxeAsync() => Page.AddInitScriptAsync(s_axe.Value);

    /// <summary>Rules of axe-core that the page breaks gravely, each with the first place.</summary>
    public Task<string> SeriousAsync() => Page.EvaluateAsync<string>("""
        async () => (await axe.run({ resultTypes: ['violations'] })).violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
          .map(rule => `${rule.id}: ${rule.nodes[0].target} ${rule.nodes[0].failureSummary}`).join('\n')
        """);

    /// <summary>By how many pixels the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
