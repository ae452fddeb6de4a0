using System.Globalization;
using System.Text.Json;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Core.Opinions;
using Extractor.Core.Text;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;

namespace Extractor.Worker.Generations;

/// <summary>
/// Reads a document back out of its line, and trusts nothing in it: version and digest are worked out anew, and every quote
/// must stand where its claim says.
/// </summary>
static class GenerationLine
{
    static readonly Dictionary<string, Qualifier> Qualifiers = Enum.GetValues<Qualifier>().ToDictionary(value => value.Code());
    static readonly Dictionary<string, Measure> Measures = Enum.GetValues<Measure>().ToDictionary(value => value.Code());
    static readonly Dictionary<string, Direction> Directions = Enum.GetValues<Direction>().ToDictionary(value => value.Code());
    static readonly Dictionary<string, Status> Statuses = Enum.GetValues<Status>().ToDictionary(value => value.Code());
    static readonly Dictionary<string, Opinion> Opinions = Enum.GetValues<Opinion>().ToDictionary(value => value.Code());
    static readonly Dictionary<string, CheckKind> Kinds = Enum.GetValues<CheckKind>().ToDictionary(value => value.Code());
    static readonly Dictionary<string, CheckOutcome> Outcomes = Enum.GetValues<CheckOutcome>().ToDictionary(value => value.Code());

    /// <exception cref="FormatException">What is wrong with it.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static (Document Document, Findings Findings) Read(ReadOnlyMemory<byte> line)
    {
        using var parsed = JsonDocument.Parse(line);
        var json = parsed.RootElement;
        try
        {
            var document = ReadDocument(json);
            if (json.GetProperty("version").GetString() != Convert.ToHexStringLower(document.Version))
                throw new FormatException("text or facts were changed after it was written");
            var extraction = new Extraction(
                [.. json.GetProperty("articles").EnumerateArray().Select(article => new Article(Span(article.GetProperty("span"))!.Value, Span(article.GetProperty("headline"))))],
                [.. json.GetProperty("claims").EnumerateArray().Select(ReadClaim)], [])
            {
                Checks = [.. json.GetProperty("checks").EnumerateArray().Select(ReadCheck)],
            };
            CheckQuotes(document.Text, extraction);
            foreach (var check in extraction.Checks)
                if (check.Claims.Any(claim => claim < 0 || claim >= extraction.Claims.Count))
                    throw new FormatException("a check of claims that are not there");
            var findings = new Findings(document.Id, document.Version, extraction);
            if (json.GetProperty("digest").GetString() != Convert.ToHexStringLower(findings.Digest))
                throw new FormatException("its claims are not those that were written");
            return (document, findings);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("no document with its claims", e);
        }
    }

    static Document ReadDocument(JsonElement json)
    {
        string? Field(string name) => json.GetProperty(name).GetString();
        string Needed(string name) => Field(name) ?? throw new FormatException($"no “{name}”");
        var published = Field("published") is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : (DateOnly?)null;
        return new(Needed("source"), Needed("uri"), Needed("text"), new(Needed("document"), Field("publication"), Field("region"), published));
    }

    // One pass over the fields: to search the object for each of them takes longer than all the rest.
    static Claim ReadClaim(JsonElement json)
    {
        var fields = new Dictionary<string, JsonElement>(32, StringComparer.Ordinal);
        foreach (var field in json.EnumerateObject())
            fields[field.Name] = field.Value;
        string? Text(string name) => fields[name].GetString();
        return new()
        {
            Span = new(fields["start"].GetInt32(), fields["end"].GetInt32()),
            Text = Text("text")!,
            Value = Text("value"),
            Low = Text("low"),
            High = Text("high"),
            Unit = Text("unit")!,
            Qualifier = Qualifiers[Text("qualifier")!],
            Indicator = Text("indicator"),
            IndicatorId = Text("indicator_id"),
            Measure = Measures[Text("measure")!],
            Direction = Text("direction") is { } direction ? Directions[direction] : null,
            Basis = Text("basis"),
            Period = ReadPeriod(fields["period"]),
            Scope = Text("scope"),
            ScopeCode = Text("scope_code"),
            Status = Statuses[Text("status")!],
            Article = Span(fields["article"])!.Value,
            Sentence = Span(fields["sentence"])!.Value,
            IndicatorSpan = Span(fields["indicator_span"]),
            PeriodSpan = Span(fields["period_span"]),
            ScopeSpan = Span(fields["scope_span"]),
            Rules = [.. fields["rules"].EnumerateArray().Select(rule => rule.GetString()!)],
            Confidence = fields["confidence"].GetDecimal(),
            SecondOpinion = fields.TryGetValue("second_opinion", out var opinion) ? Opinions[opinion.GetString()!] : null,
        };
    }

    static Check ReadCheck(JsonElement json)
    {
        string Field(string name) => json.GetProperty(name).GetString()!;
        return new(
            Kinds[Field("kind")], [.. json.GetProperty("claims").EnumerateArray().Select(claim => claim.GetInt32())],
            Field("expected"), Field("found"), Field("tolerance"), Field("unit"), Outcomes[Field("outcome")], Field("explanation"));
    }

    static Period? ReadPeriod(JsonElement json)
    {
        DateOnly Day(string name) => DateOnly.ParseExact(json.GetProperty(name).GetString()!, "O", CultureInfo.InvariantCulture);
        return json.ValueKind == JsonValueKind.Null ? null : new Period(Day("start"), Day("end"));
    }

    static TextSpan? Span(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : new TextSpan(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());

    // Spans count code points; where the text has some of two units, their places are counted once.
    static void CheckQuotes(string text, Extraction extraction)
    {
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += i + 1 < text.Length && char.IsSurrogatePair(text, i) ? 2 : 1)
            places.Add(i);
        places.Add(text.Length);
        foreach (var article in extraction.Articles)
            if (article.Span.Start < 0 || article.Span.End < article.Span.Start || article.Span.End >= places.Count)
                throw new FormatException($"article {article.Span} is not within the text");
        foreach (var claim in extraction.Claims)
            if (claim.Span.Start < 0 || claim.Span.End <= claim.Span.Start || claim.Span.End >= places.Count
                || !text.AsSpan(places[claim.Span.Start]..places[claim.Span.End]).SequenceEqual(claim.Text))
                throw new FormatException($"“{claim.Text}” is not what stands at {claim.Span} of the text");
    }
}
