namespace Extractor.Web.Tests.Pages;

/// <summary>Windows that go from page to page, one for each look: to open one takes longer than to look at a page.</summary>
public sealed class OpenWindows(ServedDesk desk, Browser browser) : IAsyncDisposable
{
    readonly Dictionary<(string, bool, bool), Window> _windows = [];

    public async Task<Window> TakeAsync(string language = "zh", bool isDark = false, bool hasScript = true)
    {
        if (!_windows.TryGetValue((language, isDark, hasScript), out var window))
        {
            _windows[(language, isDark, hasScript)] = window = await browser.OpenAsync(desk.Http, language, isDark: isDark, hasScript: hasScript);
            if (hasScript)
                await window.BringAxeAsync();
        }
        window.Troubles.Clear();
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows.Values)
            await window.DisposeAsync();
    }
}
