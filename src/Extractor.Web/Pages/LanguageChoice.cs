using Extractor.Web.Pages.Words;
using Microsoft.AspNetCore.Http;

namespace Extractor.Web.Pages;

/// <summary><c>?lang=en</c>, which a cookie keeps; Chinese where nothing is said.</summary>
static class LanguageChoice
{
    const string Name = "lang";

    public static Language Read(HttpContext context)
    {
        if (Of(context.Request.Query[Name]) is not { } asked)
            return Of(context.Request.Cookies[Name]) ?? Language.Chinese;
        if (!context.Response.HasStarted)
            context.Response.Cookies.Append(Name, asked == Language.English ? "en" : "zh", new()
            {
                Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365),
            });
        return asked;
    }

    static Language? Of(string? code) => code switch { "en" => Language.English, "zh" => Language.Chinese, _ => null };
}
