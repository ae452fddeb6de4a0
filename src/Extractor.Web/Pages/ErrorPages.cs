using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Extractor.Web.Pages;

/// <summary>Problems as pages, for who asks for pages.</summary>
sealed class ErrorPages(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        return !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var visit = new Visit(context.HttpContext);
        var status = context.HttpContext.Response.StatusCode;
        context.ProblemDetails.Status ??= status;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        var key = $"problem.{status}";
        var title = Words.Labels.Has(key) ? visit[key] : ReasonPhrases.GetReasonPhrase(status);
        // What was asked wrongly is said by the page that refused it, in the reader's language; the rest has words of its own.
        var remedy = $"remedy.{status}";
        var again = status == StatusCodes.Status400BadRequest ? Html.Of($"<a href=\"{PageLinks.To(context.HttpContext.Request.Path)}\">{visit["missing.again"]}</a> · ") : Html.Empty;
        await new Page(visit, title, Html.Of($"""
            <h1>{title}</h1>
            <p class="lead">{(Words.Labels.Has(remedy) ? visit[remedy] : context.ProblemDetails.Detail)}</p>
            <p>{again}<a href="/">{visit["missing.home"]}</a></p>
            """), status: status).ExecuteAsync(context.HttpContext);
    }
}
