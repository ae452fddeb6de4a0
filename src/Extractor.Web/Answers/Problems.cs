using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Web.Answers;

/// <summary>What cannot be answered, as the sender can mend it. The message goes to the client.</summary>
public sealed class BadRequestException(string message) : Exception(message);

/// <summary>Every error is a problem document (RFC 9457), also those of the server itself.</summary>
static partial class Problems
{
    public static IServiceCollection AddProblems(this IServiceCollection services) =>
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.HttpContext, context.ProblemDetails));

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) =>
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync, SuppressDiagnosticsCallback = _ => true })
            .UseStatusCodePages();

    public static ProblemDetails Of(int status, string detail) =>
        new() { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };

    /// <param name="headers">Sets headers once the answer has been cleared.</param>
    public static async Task WriteAsync(HttpContext context, int status, string detail, Action? headers = null)
    {
        context.Response.StatusCode = status;
        headers?.Invoke();
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new() { HttpContext = context, ProblemDetails = Of(status, detail) });
    }

    static void Complete(HttpContext context, ProblemDetails problem)
    {
        problem.Instance ??= context.Request.Path;
        problem.Detail ??= problem.Status switch
        {
            StatusCodes.Status404NotFound => "there is nothing at this address; /api/v1/openapi.json lists what there is",
            StatusCodes.Status405MethodNotAllowed => "this address does not take this method",
            StatusCodes.Status413PayloadTooLarge => "the body is too large; a document may have 8 MiB unless the server is set otherwise",
            StatusCodes.Status415UnsupportedMediaType => "send application/json",
            StatusCodes.Status429TooManyRequests => "too many requests; try again later",
            StatusCodes.Status504GatewayTimeout => "the answer took too long and was given up; ask for less",
            _ => null,
        };
    }

    static async Task AnswerAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        var (status, detail) = error switch
        {
            BadRequestException e => (StatusCodes.Status400BadRequest, e.Message),
            BadHttpRequestException e => (e.StatusCode, Mended(e)),
            PostgresException { SqlState: ['2', '2', ..] } e => (StatusCodes.Status400BadRequest, $"the database does not take this value: {e.MessageText}"),
            PostgresException { SqlState: "57014" } => (StatusCodes.Status504GatewayTimeout, "the database took too long and was stopped; ask for less"),
            NpgsqlException or TimeoutException => (StatusCodes.Status503ServiceUnavailable, "the database is away or overloaded; try again later"),
            _ => (StatusCodes.Status500InternalServerError, "a fault of this program; its log says more"),
        };
        if (status >= StatusCodes.Status500InternalServerError)
            Failed(context.RequestServices.GetRequiredService<ILogger>(), context.Request.Method, context.Request.Path, $"{error.GetType().Name}: {error.Message}");
        await WriteAsync(context, status, detail, () =>
        {
            if (status == StatusCodes.Status503ServiceUnavailable)
                context.Response.Headers.RetryAfter = "5";
        });
    }

    static string Mended(BadHttpRequestException error)
    {
        if (error.InnerException is JsonException json)
            return $"the body is no such JSON object: {json.Message.Split(" contained in type ")[0]}";
        // Types of the program are of no use to the sender.
        return Binding().Match(error.Message) is { Success: true } match
            ? $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(match.Groups[1].Value)} cannot be “{match.Groups[2].Value}”"
            : error.Message;
    }

    [GeneratedRegex("""^Failed to bind parameter "[^"]* (\w+)" from "(.*)"\.$""", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Binding();

    [LoggerMessage(501, LogLevel.Error, "{method} {path} failed: {error}")]
    static partial void Failed(ILogger logger, string method, string path, string error);
}
