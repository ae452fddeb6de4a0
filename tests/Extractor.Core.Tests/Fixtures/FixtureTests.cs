using System.Globalization;
using System.Text;
using System.Text.Json;
using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Fixtures;

public sealed class FixtureTests
{
    public static TheoryData<string> Names => Fixture.Names;

    [Theory, MemberData(nameof(Names))]
    public void Claims_are_slices_of_the_page_in_order(string document)
    {
        var fixture = Fixture.Named(document);

        _ = Invariant.Check(fixture.Text, fixture.Extract());
    }

    [Theory, MemberData(nameof(Names))]
    public void Two_runs_are_equal(string document)
    {
        var fixture = Fixture.Named(document);

        Assert.Equal(Json(fixture), Json(fixture));
    }

    [Theory, MemberData(nameof(Names))]
    public void Runs_beside_each_other_are_equal(string document)
    {
        var fixture = Fixture.Named(document);

        var runs = ParallelEnumerable.Range(0, 4).Select(_ => Json(fixture)).ToList();

        Assert.Single(runs.Distinct());
    }

    [Theory, InlineData("tr-TR"), InlineData("ar-SA")]
    public void A_foreign_culture_changes_nothing(string name)
    {
        var expected = Fixture.All.Select(Json).ToList();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign(name);
            Assert.Equal("−1٫5", (-1.5m).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(expected, Fixture.All.Select(Json));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>With its own signs spelled out, for a runtime without culture data gives every culture those of the invariant one.</summary>
    static CultureInfo Foreign(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.NegativeSign = "−";
        culture.NumberFormat.NumberDecimalSeparator = "٫";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberNegativePattern = 1;
        return culture;
    }

    [Fact]
    public void A_page_without_claims_yields_none() => Assert.Empty(Fixture.Named("no-claims.txt").Extract().Claims);

    [Fact]
    public void Every_number_of_a_page_without_claims_has_a_reason()
    {
        var others = Fixture.Named("no-claims.txt").Extract().Unresolved;

        Assert.NotEmpty(others);
        Assert.DoesNotContain(others, other => other.Reason.Length == 0);
    }

    [Fact]
    public void Nine_in_ten_annotated_quantities_of_prose_are_found_exactly()
    {
        var found = Fixture.All.SelectMany(fixture => fixture.Extract().Claims.Select(claim => (fixture.Facts.Document, claim))).ToLookup(
            pair => (pair.Document, pair.claim.Span), pair => pair.claim);
        var gold = Fixture.Rows("gold.jsonl").Where(row => !IsTrue(row, "optional") && !IsTrue(row, "table")).ToList();

        var missed = gold.Where(row => !found[(Text(row, "document")!, new TextSpan(row.GetProperty("start").GetInt32(), row.GetProperty("end").GetInt32()))].Any(
            claim => claim.Value == Text(row, "value") && claim.Low == Text(row, "low") && claim.High == Text(row, "high") && Allows(row, "unit", claim.Unit))).ToList();

        Assert.True(missed.Count * 10 <= gold.Count, $"{missed.Count} of {gold.Count} missed: {string.Join("; ", missed.Select(row => $"{Text(row, "document")} {Text(row, "text")}"))}");
    }

    static bool IsTrue(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static bool Allows(JsonElement row, string name, string found) => row.GetProperty(name) is { ValueKind: JsonValueKind.Array } several
        ? several.EnumerateArray().Any(one => one.GetString() == found)
        : Text(row, name) == found;

    static string Json(Fixture fixture)
    {
        using var bytes = new MemoryStream();
        foreach (var claim in fixture.Extract().Claims)
            using (var json = new Utf8JsonWriter(bytes))
                ClaimJson.Write(json, fixture.Facts.Document, ClaimExtractor.Default.Ruleset, claim);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
