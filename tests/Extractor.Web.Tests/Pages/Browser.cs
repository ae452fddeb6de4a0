using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Extractor.Web.Tests.Pages.Browser))]

namespace Extractor.Web.Tests.Pages;

/// <summary>Chromium as Debian brings it, started with the first test that looks at a page.</summary>
public sealed class Browser : IAsyncDisposable
{
    static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    IPlaywright? _playwright;
    IBrowser? _browser;

    static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>A window without history. The test is skipped where there is no browser.</summary>
    public async Task<Window> OpenAsync(HttpClient server, string language = "zh", int width = 1280, bool isDark = false, bool hasScript = true, string? token = null)
    {
        Assert.SkipWhen(Program is null, "Chromium is missing: apt-get install --no-install-recommends chromium fonts-noto-cjk");
        _playwright ??= await Playwright.CreateAsync();
        // As root it has no sandbox, in a container little shared memory.
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = server.BaseAddress!.ToString(),
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
            HttpCredentials = token is null ? null : new() { Username = "desk", Password = token },
        });
        await context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = server.BaseAddress.ToString() }]);
        return new(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
