using Extractor.Cli.Evaluations;

namespace Extractor.Cli.Tests.Evaluations;

public sealed class GoldFileTests : IDisposable
{
    const string Row = """
        {"document": "a.txt", "start": 3, "end": 7, "text": "43万名", "value": "430000", "low": null, "high": null, "unit": "{person}", "qualifier": "exact", "indicator": ["党员总数"], "within": ["全区党员总数"], "measure": ["level"], "direction": null, "basis": null, "period": ["2021"], "scope": ["西藏自治区"], "status": ["actual"]}
        """;

    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_are_read_and_blank_lines_passed_over()
    {
        var rows = GoldFile.Read(_folder.Write("gold.jsonl", $$"""
            {{Row.Trim()}}

            {"document": "a.txt", "start": 9, "end": 11, "text": "3家", "optional": true}
            {{Row.Trim().Replace("[\"2021\"]", "\"*\"").Replace("\"start\"", "\"table\": true, \"start\"")}}
            """));
        Assert.Equal([false, true, false], rows.Select(row => row.IsOptional));
        Assert.Equal([false, false, true], rows.Select(row => row.IsTable));
        Assert.Equal("2021-01-01/2021-12-31", rows[0].Period!.Single()!.Value.Period.ToString());
        Assert.Null(rows[2].Period);
    }

    [Theory]
    [InlineData("2023", "2023-01-01/2023-12-31")]
    [InlineData("2024-02", "2024-02-01/2024-02-29")]
    [InlineData("2023-11-30", "2023-11-30/2023-11-30")]
    [InlineData("2021-11/2022", "2021-11-01/2022-12-31")]
    [InlineData("2023-02-30", null)]
    [InlineData("2023-1", null)]
    [InlineData("今年", null)]
    public void Periods_are_years_months_days_or_two_of_them(string text, string? days) =>
        Assert.Equal(days, GoldPeriod.TryRead(text, out var period) ? period.Period.ToString() : null);

    /// <summary>What is put in place of what, and the words of the error.</summary>
    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "\"value\": \"430000\"", "\"value\": \"43万\"", "“value”", "\"12.32\"" },
        { "\"value\": \"430000\", ", "", "no “value”", "\"optional\": true" },
        { "\"end\": 7", "\"end\": 3", "“end”", "code points" },
        { "\"start\": 3", "\"start\": \"3\"", "“start”", "code points" },
        { "\"unit\": \"{person}\"", "\"unit\": [\"{person}\"]", "“unit”", "{件}" },
        { "\"qualifier\": \"exact\"", "\"qualifier\": \"roughly\"", "“qualifier”", "more_than" },
        { "\"indicator\": [\"党员总数\"]", "\"indicator\": \"党员总数\"", "“indicator”", "\"*\"" },
        { "\"measure\": [\"level\"]", "\"measure\": \"*\"", "“measure”", "[\"level\"]" },
        { "\"direction\": null", "\"direction\": [\"up\"]", "“direction”", "null" },
        { "[\"2021\"]", "[\"2021年\"]", "“period”", "2023-11-30" },
        { "\"document\": \"a.txt\", ", "", "no “document”", "document" },
        { "{\"document\"", "[\"document\"", "not JSON", "a line" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_wrong_row_is_named_by_file_line_and_remedy(string right, string wrong, string problem, string remedy)
    {
        var gold = _folder.Write("gold.jsonl", $"{Row}\n\n{Row.Replace(right, wrong, StringComparison.Ordinal)}\n");
        var error = Assert.Throws<CliException>(() => GoldFile.Read(gold));
        Assert.Equal(ExitCode.Usage, error.Code);
        Assert.Contains("gold.jsonl(", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_missing() =>
        Assert.Equal(ExitCode.Missing, Assert.Throws<CliException>(() => GoldFile.Read(_folder["no.jsonl"])).Code);
}
