using System.Text.Json;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Cli.Evaluations;

/// <summary>A row while it is read; each error says which field is wrong and what it should look like.</summary>
readonly struct GoldRow(JsonElement row, string place)
{
    static readonly string[] Qualifiers = ["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most"];

    public GoldClaim ToClaim()
    {
        var claim = new GoldClaim(Text("document", "the document's name"), Span(), Text("text", "the slice of the document"), Flag("optional"), Flag("table"));
        if (claim.IsOptional)
            return claim;
        claim = claim with
        {
            Value = Number("value"),
            Low = Number("low"),
            High = Number("high"),
            Unit = Text("unit", "a code such as CNY, % or {件}"),
            Qualifier = Text("qualifier", string.Join(", ", Qualifiers)),
            Indicator = List("indicator"),
            Within = row.TryGetProperty("within", out _) ? List("within") ?? [] : [],
            Measure = List("measure") ?? throw Wrong("measure", "a list such as [\"level\"]"),
            Direction = TextOrNull("direction"),
            Basis = TextOrNull("basis"),
            Period = Periods(),
            Scope = List("scope"),
            Status = List("status"),
        };
        if (!Qualifiers.Contains(claim.Qualifier))
            throw Wrong("qualifier", "one of " + string.Join(", ", Qualifiers));
        return claim;
    }

    TextSpan Span()
    {
        if (TryReadPoint(Find("start"), out var start) && TryReadPoint(Find("end"), out var end) && start >= 0 && end > start)
            return new(start, end);
        throw Wrong("start” and “end", "code points, start before end");
    }

    static bool TryReadPoint(JsonElement value, out int point)
    {
        point = -1;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out point);
    }

    JsonElement Find(string name) => row.TryGetProperty(name, out var value)
        ? value
        : throw new CliException(ExitCode.Usage, $"{place}: no “{name}”; add it, or mark the row \"optional\": true where only document, start, end and text are known");

    bool Flag(string name) => row.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw Wrong(name, "true or false"),
    };

    string Text(string name, string what) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Wrong(name, what);

    string? TextOrNull(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw Wrong(name, "a text or null"),
    };

    string? Number(string name)
    {
        if (!row.TryGetProperty(name, out var value) && name != "value" || Find(name).ValueKind == JsonValueKind.Null)
            return null;
        var text = value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Number => value.GetRawText(), _ => "?" };
        return DecimalText.IsNumber(text) ? text : throw Wrong(name, "a decimal or fraction in quotes such as \"12.32\" or \"1/3\", or null");
    }

    IReadOnlyList<string?>? List(string name)
    {
        var value = Find(name);
        if (value.ValueKind == JsonValueKind.String && value.ValueEquals("*"))
            return null;
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)))
            throw Wrong(name, "a list of texts, all of them right, or \"*\" where anything is");
        return [.. value.EnumerateArray().Select(item => item.GetString())];
    }

    List<GoldPeriod?>? Periods()
    {
        if (List("period") is not { } texts)
            return null;
        var periods = new List<GoldPeriod?>();
        foreach (var text in texts)
        {
            if (text is null or "none" or "")
                periods.Add(null);
            else if (GoldPeriod.TryRead(text, out var period))
                periods.Add(period);
            else
                throw Wrong("period", $"2023, 2023-11, 2023-11-30 or two of them joined with a slash; “{text}” is none of them");
        }
        return periods;
    }

    CliException Wrong(string name, string what) => new(ExitCode.Usage, $"{place}: “{name}” is wrong; write {what}");
}
