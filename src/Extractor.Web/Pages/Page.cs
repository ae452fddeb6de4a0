using System.Text;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Http;

namespace Extractor.Web.Pages;

/// <summary>A page as an answer.</summary>
/// <param name="title">Of the window.</param>
/// <param name="script">The file of <c>wwwroot</c> that the page can use; without it the page works too.</param>
sealed class Page(Visit visit, string title, Html body, string? script = null, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentLanguage = visit.Code;
        response.Headers.Append("Vary", "Cookie");
        return response.WriteAsync(Frame.Around(visit, title, body, script).ToString(), Encoding.UTF8, httpContext.RequestAborted);
    }

    public static Page Missing(Visit visit, string what) => new(visit, visit["missing.title"], Html.Of($"""
        <h1>{visit["missing.title"]}</h1>
        <p class="lead">{what}</p>
        <p><a href="/">{visit["missing.home"]}</a> · <a href="/claims">{visit["nav.claims"]}</a></p>
        """), status: StatusCodes.Status404NotFound);
}
