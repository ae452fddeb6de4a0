using System.Buffers;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Extractor.Storage.Evidence;
using Extractor.Web.Access;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Extractor.Web.Checks;

/// <summary>A text whose claims are to be checked.</summary>
public sealed record CheckBody
{
    [Description("At most 65,536 UTF-16 units")]
    public string? Text { get; init; }

    [Description("The day against which 今年 and 上月 resolve")]
    public DateOnly? Published { get; init; }

    [Description("What 全区 and 我市 mean where the text does not say")]
    public string? Region { get; init; }
}

/// <summary>The fact-check: the claims of a pasted text against the stored ones.</summary>
static class CheckEndpoints
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapChecks(this IEndpointRouteBuilder api) =>
        api.MapPost("/check", CheckAsync).WithTags("Checks").WithSummary("Holds the claims of a text against those that are stored")
            .WithMetadata(new ReadsOnly()).RequireRateLimiting(Limits.Checks)
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status429TooManyRequests);

    static async Task<IResult> CheckAsync(CheckBody body, NpgsqlDataSource db, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(body.Text))
            throw new BadRequestException("“text” is missing, or blank");
        if (body.Text.Length > FactCheck.LongestText)
            return TypedResults.Problem(Problems.Of(StatusCodes.Status413PayloadTooLarge, $"“text” is longer than {FactCheck.LongestText} characters; check it in parts"));
        if (body.Region?.Length > FactCheck.LongestRegion)
            throw new BadRequestException($"“region” is longer than {FactCheck.LongestRegion} characters");
        var found = await new FactCheck(db).RunAsync(body.Text, body.Published, body.Region, ct);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
            FactCheckJson.Write(json, found);
        return TypedResults.Bytes(bytes.WrittenMemory, "application/json; charset=utf-8");
    }
}
