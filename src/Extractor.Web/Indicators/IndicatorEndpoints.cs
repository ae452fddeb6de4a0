using System.ComponentModel;
using Extractor.Storage.Catalogues;
using Extractor.Storage.Series;
using Extractor.Web.Answers;
using Extractor.Web.Series;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Indicators;

public sealed record IndicatorLinks(string Self, string Claims, string Series);

/// <summary>What is measured, and how much is said of it.</summary>
/// <param name="Id">Of the catalogue; null for one that only pages name.</param>
/// <param name="Kind">stock, flow, rate, index or price; null without an id.</param>
/// <param name="First">The end of the earliest period.</param>
public sealed record IndicatorAnswer(
    string? Id, string Name, string? English, string? Kind, string[] Aliases, string[] Units, long Claims, long Documents, DateOnly? First, DateOnly? Last, IndicatorLinks Links)
{
    public static IndicatorAnswer Of(IndicatorSummary indicator)
    {
        var key = indicator.Id ?? indicator.Name;
        var self = $"/api/v1/indicators/{Uri.EscapeDataString(key)}";
        return new(
            indicator.Id, indicator.Name, indicator.English, indicator.Kind, indicator.Aliases, indicator.Units, indicator.Claims, indicator.Documents,
            indicator.First, indicator.Last, new(self, Web.Links.Claims(("indicator", key)), $"{self}/series"));
    }
}

static class IndicatorEndpoints
{
    public static void MapIndicators(this IEndpointRouteBuilder api)
    {
        var indicators = api.MapGroup("/indicators").WithTags("Indicators");
        indicators.MapGet("", List).WithSummary("Indicators with counts, the richest first");
        indicators.MapGet("/{indicator}", Find).WithSummary("One indicator, by its id or name").ProducesProblem(StatusCodes.Status404NotFound);
        indicators.MapGet("/{indicator}/series", Series).WithSummary("The series of an indicator, the longest first");
    }

    static async Task<Ok<Page<IndicatorAnswer>>> List(
        IndicatorList indicators, [AsParameters] Paging paging, [Description("Words in the name or an alias")] string? q, CancellationToken ct)
    {
        var after = Cursor.Read(paging.After, parts => new IndicatorPlace(Cursor.Number(parts[0]), parts[1], parts[2]));
        var found = await indicators.FindAsync(q.Said(), after, paging.Size + 1, ct);
        return TypedResults.Ok(paging.Of(found, IndicatorAnswer.Of, last => Cursor.Write(last.Claims, last.Name, last.Id)));
    }

    static async Task<Results<Ok<IndicatorAnswer>, NotFound>> Find(string indicator, IndicatorList indicators, CancellationToken ct) =>
        await indicators.FindOneAsync(indicator, ct) is { } found ? TypedResults.Ok(IndicatorAnswer.Of(found)) : TypedResults.NotFound();

    static async Task<Ok<Page<SeriesAnswer>>> Series(string indicator, SeriesStore series, [AsParameters] Paging paging, [AsParameters] SubjectQuery query, CancellationToken ct)
    {
        var after = Cursor.Read(paging.After, parts => new SeriesPlace(Cursor.Number(parts[0]), string.Join('\u001f', parts[1..])));
        var found = await series.FindAsync(query.Filter() with { Indicator = indicator }, after, paging.Size + 1, ct);
        return TypedResults.Ok(paging.Of(found, SeriesAnswer.Of, last => Cursor.Write(last.Points, last.Key)));
    }
}
