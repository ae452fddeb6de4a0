using System.Text.Json;

namespace Extractor.Web.Tests.Answers;

[Collection(typeof(ReadingTests))]
public sealed class DescriptionTests(ServedFixtures fixtures)
{
    static readonly string[] Endpoints =
    [
        "get /overview", "get /documents", "post /documents", "get /documents/{document}", "get /documents/{document}/claims/{key}", "get /publications",
        "get /claims", "get /indicators", "get /indicators/{indicator}", "get /indicators/{indicator}/series", "get /scopes", "get /scopes/{scope}",
        "get /series", "get /conflicts", "get /exports/claims.csv", "get /exports/claims.jsonl", "get /exports/claims.zip", "get /exports/datapackage.json",
        "get /exports/annotations.jsonld", "get /exports/observations.jsonld", "get /runs", "get /runs/{run}", "get /runs/{from}/diff/{to}",
        "get /jobs", "get /jobs/counts", "get /jobs/{job}", "post /jobs/{job}/retry", "post /jobs/retry",
    ];

    [Fact]
    public async Task Every_endpoint_is_described_with_its_answers_and_parameters()
    {
        var description = (await fixtures.Http.AskAsync("/api/v1/openapi.json")).Json;
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var described = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Name: $"{method.Name} {path.Name["/api/v1".Length..]}", Operation: method.Value))).ToList();
        Assert.Empty(Endpoints.Except(described.Select(endpoint => endpoint.Name)));
        Assert.All(described, endpoint =>
        {
            Assert.NotEmpty(endpoint.Operation.GetProperty("summary").GetString()!);
            Assert.Contains(endpoint.Operation.GetProperty("responses").EnumerateObject(), answer => answer.Name is "200" or "202");
            Assert.True(!endpoint.Name.StartsWith("post /jobs", StringComparison.Ordinal) || endpoint.Operation.TryGetProperty("security", out _));
        });
        var filters = described.Single(endpoint => endpoint.Name == "get /claims").Operation.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        Assert.Empty(((string[])["indicator", "scope", "unit", "from", "to", "publication", "status", "measure", "min_confidence", "q", "document", "limit", "after", "order"]).Except(filters));
    }

    [Fact]
    public async Task A_claim_has_the_fields_of_the_command_lines_JSON()
    {
        var claim = (await fixtures.Http.AskAsync("/api/v1/claims?limit=1")).Items[0];
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
            Core.Claims.ClaimJson.Write(json, "x", "r", Core.ClaimExtractor.Default.Extract("有5家企业", new("x")).Claims[0]);
        var fields = JsonDocument.Parse(line.ToArray()).RootElement.EnumerateObject().Select(field => field.Name).ToList();
        Assert.Equal(fields, claim.EnumerateObject().Select(field => field.Name).Where(name => name != "second_opinion").Take(fields.Count));
    }
}
