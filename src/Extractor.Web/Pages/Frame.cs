using Extractor.Web.Pages.Assets;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Pages;

/// <summary>What all pages have around them: head, masthead with the ways to go, the switch of languages, foot.</summary>
static class Frame
{
    static readonly (string Path, string Key)[] s_ways =
    [
        ("/", "nav.overview"), ("/claims", "nav.claims"), ("/check", "nav.check"), ("/indicators", "nav.indicators"), ("/places", "nav.places"),
        ("/publications", "nav.publications"), ("/documents", "nav.documents"), ("/conflicts", "nav.conflicts"), ("/runs", "nav.runs"), ("/queue", "nav.queue"),
    ];

    public static Html Around(Visit visit, string title, Html body, string? script)
    {
        var request = visit.Context.Request;
        var other = visit.Language == Language.English ? ("zh", "zh-CN", "中文") : ("en", "en", "English");
        return Html.Of($"""
            <!doctype html>
            <html lang="{visit.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · Extractor</title>
            <link rel="icon" type="image/svg+xml" href="{Asset.At("icon.svg")}">
            {Sheets(script)}
            </head>
            <body>
            <a class="skip" href="#main">{visit["skip"]}</a>
            <header class="masthead">
            <a class="brand" href="/"><span class="brand-name">Extractor</span> <span class="brand-line">{visit["brand"]}</span></a>
            <a class="tongue" href="{PageLinks.InLanguage(request, other.Item1)}" lang="{other.Item2}" hreflang="{other.Item2}">{other.Item3}</a>
            <nav aria-label="{visit["nav"]}"><ul>{s_ways.Select(way => Way(visit, way.Path, visit[way.Key]))}</ul></nav>
            </header>
            <main id="main" tabindex="-1">
            {body}
            </main>
            <footer><p>{visit["foot"]} <a href="/api/v1/openapi.json">API</a></p></footer>
            </body>
            </html>

            """);
    }

    static Html Sheets(string? script)
    {
        var sheets = Html.Of($"<link rel=\"stylesheet\" href=\"{Asset.At("site.css")}\">");
        if (script is null)
            return sheets;
        return script == "chart.js"
            ? Html.Of($"<link rel=\"stylesheet\" href=\"{Asset.At("uplot.css")}\">{sheets}<script defer src=\"{Asset.At("uplot.js")}\"></script><script defer src=\"{Asset.At("chart.js")}\"></script>")
            : Html.Of($"{sheets}<script defer src=\"{Asset.At(script)}\"></script>");
    }

    static Html Way(Visit visit, string path, string label)
    {
        var here = visit.Context.Request.Path.Value ?? "";
        // /documents/ID is below /documents, /place below /places.
        var isHere = path == "/" ? here == "/" : here == path || here.StartsWith(path + "/", StringComparison.Ordinal) || here + "s" == path;
        return isHere ? Html.Of($"<li><a href=\"{path}\" aria-current=\"page\">{label}</a></li>") : Html.Of($"<li><a href=\"{path}\">{label}</a></li>");
    }
}
