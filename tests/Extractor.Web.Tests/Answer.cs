using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Extractor.Web.Tests;

/// <summary>What a server answered.</summary>
sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, MediaTypeHeaderValue? Type, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    public string? Next => Json.GetProperty("next").GetString();

    /// <summary>A problem document that says this.</summary>
    public void Refused(HttpStatusCode status, string detail)
    {
        Assert.Equal((status, "application/problem+json"), (Status, Type?.MediaType));
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.Contains(detail, Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Headers.GetValues("X-Content-Type-Options").Single());
    }
}

static class Asking
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Answer> SendAsync(
        this HttpClient http, HttpMethod method, string address, string? body = null, string? token = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, Ct);
        return new(response.StatusCode, response.Headers, response.Content.Headers.ContentType, await response.Content.ReadAsByteArrayAsync(Ct));
    }

    public static Task<Answer> AskAsync(this HttpClient http, string address) => http.SendAsync(HttpMethod.Get, address);

    /// <summary>All items of a list, by following next.</summary>
    public static async Task<List<JsonElement>> AllAsync(this HttpClient http, string address, Func<Task>? between = null)
    {
        var items = new List<JsonElement>();
        for (var next = address; next is not null;)
        {
            var answer = await http.AskAsync(next);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            items.AddRange(answer.Items);
            next = answer.Next;
            if (between is not null)
                await between();
        }
        return items;
    }
}
