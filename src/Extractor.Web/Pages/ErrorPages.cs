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
        await new Page(visit, title, Html.Of($"""
            <h1>{title}</h1>
            <p class="lead">{(status == StatusCodes.Status404NotFound ? visit["missing.address"] : context.ProblemDetails.Detail)}</p>
            <p><a href="/">{visit["missing.home"]}</a></p>
            """), status: status).ExecuteAsync(context.HttpContext);
    }
}
