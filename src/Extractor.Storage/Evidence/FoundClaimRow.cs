using Extractor.Core.Claims;
using Extractor.Core.Text;
using Npgsql;

namespace Extractor.Storage.Evidence;

/// <summary>A row of <c>claims</c>, with its document, as the claim that it was.</summary>
static class FoundClaimRow
{
    /// <summary>In the order in which they are read; <c>c</c> is the claim, <c>d</c> its document, <c>v</c> the version.</summary>
    public const string Columns = """
        c.document_id, c.claim_key, d.name, v.publication, v.published,
        c.span_start, c.span_end, c.quote, c.value_text, c.low_text, c.high_text, c.unit, c.qualifier::text, c.indicator, c.indicator_id,
        c.measure::text, c.direction::text, c.basis, c.period_start, c.period_end, c.scope, c.scope_code, c.status::text,
        c.sentence_start, c.sentence_end, c.rules, c.confidence
        """;

    static readonly Dictionary<string, Qualifier> Qualifiers = Enum.GetValues<Qualifier>().ToDictionary(value => value.Code());

    static readonly Dictionary<string, Measure> Measures = Enum.GetValues<Measure>().ToDictionary(value => value.Code());

    static readonly Dictionary<string, Direction> Directions = Enum.GetValues<Direction>().ToDictionary(value => value.Code());

    static readonly Dictionary<string, Status> Statuses = Enum.GetValues<Status>().ToDictionary(value => value.Code());

    public static FoundClaim Read(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        DateOnly? Day(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
        return new(row.GetGuid(0), row.GetGuid(1), row.GetString(2), Text(3), Day(4), new Claim
        {
            Span = new(row.GetInt32(5), row.GetInt32(6)),
            Text = row.GetString(7),
            Value = Text(8),
            Low = Text(9),
            High = Text(10),
            Unit = row.GetString(11),
            Qualifier = Qualifiers[row.GetString(12)],
            Indicator = Text(13),
            IndicatorId = Text(14),
            Measure = Measures[row.GetString(15)],
            Direction = Text(16) is { } direction ? Directions[direction] : null,
            Basis = Text(17),
            Period = Day(18) is { } start && Day(19) is { } end ? new(start, end) : null,
            Scope = Text(20),
            ScopeCode = Text(21),
            Status = Statuses[row.GetString(22)],
            Sentence = new TextSpan(row.GetInt32(23), row.GetInt32(24)),
            Rules = row.GetFieldValue<string[]>(25),
            Confidence = row.GetDecimal(26),
        });
    }
}
