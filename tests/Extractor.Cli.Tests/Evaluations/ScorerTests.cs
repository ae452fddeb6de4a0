using Extractor.Cli.Evaluations;
using Extractor.Core.Claims;

namespace Extractor.Cli.Tests.Evaluations;

public sealed class ScorerTests
{
    static IEnumerable<Outcome> Outcomes(IEnumerable<GoldClaim> gold, IEnumerable<Prediction> found, Part part = Part.All) =>
        new Scorer(part).Judge(gold, found).Select(judgement => judgement.Outcome);

    [Fact]
    public void Spans_are_paired_once_they_are_trimmed() =>
        Assert.Equal([Outcome.Matched], Outcomes([Rows.Gold(10, "约43万名")], [Rows.Found(11, "43万名以上")]));

    [Fact]
    public void What_is_not_found_is_missed_and_what_is_not_annotated_is_false() =>
        Assert.Equal([Outcome.Missed, Outcome.False], Outcomes([Rows.Gold(10, "43万名")], [Rows.Found(10, "43万")]));

    [Fact]
    public void An_annotation_takes_a_span_away_from_the_next_one() =>
        Assert.Equal([Outcome.Matched, Outcome.Missed], Outcomes([Rows.Gold(10, "43万名"), Rows.Gold(10, "43万名")], [Rows.Found(10, "43万名")]));

    [Fact]
    public void Of_repeated_spans_the_last_is_scored_and_each_other_is_false()
    {
        var judgements = new Scorer(Part.All).Judge(
            [Rows.Gold(10, "43万名")], [Rows.Found(10, "43万名"), Prediction.Of("a.txt", Rows.Claim(9, "约43万名") with { Value = "5" })]);

        Assert.Equal([Outcome.Repeated, Outcome.Matched], judgements.Select(judgement => judgement.Outcome));
        Assert.Equal([Field.Value], judgements[1].Wrong);
        Assert.Equal(1, Score.Of([.. judgements]).False);
    }

    [Fact]
    public void What_touches_only_an_optional_annotation_is_passed_over()
    {
        var optional = Rows.Gold(10, "43万名") with { IsOptional = true };
        Assert.Equal([Outcome.Ignored], Outcomes([optional], [Rows.Found(10, "43万名")]));
        Assert.Equal([Outcome.Ignored], Outcomes([optional], [Rows.Found(13, "名党员")]));
        Assert.Equal([Outcome.False], Outcomes([optional], [Rows.Found(14, "党员")]));
        Assert.Equal([], Outcomes([optional], []));
    }

    [Fact]
    public void Where_nothing_is_annotated_all_is_false_and_documents_stay_apart()
    {
        Assert.Equal([Outcome.False], Outcomes([], [Rows.Found(10, "43万名")]));
        Assert.Equal([Outcome.Missed, Outcome.False], Outcomes([Rows.Gold(10, "43万名", "a.txt")], [Rows.Found(10, "43万名", "b.txt")]));
    }

    [Fact]
    public void A_part_takes_the_other_for_optional()
    {
        GoldClaim[] gold = [Rows.Gold(10, "43万名"), Rows.Gold(100, "6034.35") with { IsTable = true }];
        Prediction[] found = [Rows.Found(10, "43万名"), Rows.Found(100, "6034.35")];
        Assert.Equal([Outcome.Matched, Outcome.Ignored], Outcomes(gold, found, Part.Prose));
        Assert.Equal([Outcome.Matched, Outcome.Ignored], Outcomes(gold, found, Part.Tables));
        Assert.Equal([Outcome.Missed], Outcomes(gold, [], Part.Tables));
    }

    [Fact]
    public void What_is_false_belongs_to_the_part_of_the_nearest_annotation()
    {
        GoldClaim[] gold = [Rows.Gold(10, "43万名"), Rows.Gold(100, "6034.35") with { IsTable = true }];
        Assert.Equal([Outcome.Missed, Outcome.False], Outcomes(gold, [Rows.Found(40, "5家")], Part.Prose));
        Assert.Equal([Outcome.Missed, Outcome.Ignored], Outcomes(gold, [Rows.Found(40, "5家")], Part.Tables));
        Assert.Equal([Outcome.Missed, Outcome.False], Outcomes(gold, [Rows.Found(90, "5家")], Part.Tables));
        // As far from both: the first one's. Without annotations: prose.
        Assert.Equal([Outcome.Missed, Outcome.False], Outcomes(gold, [Rows.Found(55, "5家")], Part.Prose));
        Assert.Equal([Outcome.Ignored], Outcomes([], [Rows.Found(90, "5家")], Part.Tables));
    }

    [Fact]
    public void A_wrong_field_counts_as_false_and_missed_at_the_levels_that_ask_for_it()
    {
        GoldClaim[] gold = [Rows.Gold(0, "43万名"), Rows.Gold(10, "43万名"), Rows.Gold(20, "43万名"), Rows.Gold(30, "43万名")];
        Prediction[] found =
        [
            Rows.Found(0, "43万名"), Prediction.Of("a.txt", Rows.Claim(10, "43万名") with { Scope = "全国" }),
            Prediction.Of("a.txt", Rows.Claim(20, "43万名") with { Unit = "%", Scope = null }), Rows.Found(40, "5家"),
        ];

        var score = Score.Of(new Scorer(Part.All).Judge(gold, found).ToList());

        Assert.Equal((3, 1, 1), (score.Matched, score.Missed, score.False));
        Assert.Equal(0.75, score.Mention.F1);
        Assert.Equal(0.5, score.Quantity.Precision);
        Assert.Equal(0.25, score.Claim.Recall);
        Assert.Equal(1.0 / 3, score.Fields[Field.Scope]);
        Assert.Equal(2.0 / 3, score.Fields[Field.Unit]);
    }

    [Fact]
    public void Nothing_asked_for_and_nothing_found_is_perfect() =>
        Assert.Equal((1.0, 1.0, 1.0), (Score.Of([]).Mention.Precision, Score.Of([]).Quantity.Recall, Score.Of([]).Claim.F1));

    [Fact]
    public void Confidence_is_held_against_what_is_right_in_every_field()
    {
        GoldClaim[] gold = [Rows.Gold(0, "43万名"), Rows.Gold(10, "43万名"), Rows.Gold(20, "43万名") with { IsOptional = true }];
        Prediction At(int start, decimal confidence, string? scope = "西藏自治区") =>
            Prediction.Of("a.txt", Rows.Claim(start, "43万名") with { Confidence = confidence, Scope = scope });

        var buckets = Calibration.Of(new Scorer(Part.All).Judge(gold, [At(0, 0.9m), At(10, 0.95m, null), At(20, 0.1m), At(30, 0.89m)]));

        Assert.Equal(new(0.9m, 2, 2.0 / 3, 1), buckets[0]);
        Assert.Equal(new(0.8m, 1, 1.0 / 3, 0), buckets[1]);
        Assert.Equal(3, buckets.Sum(bucket => bucket.Claims));
        Assert.Equal("≥ 0.9, 0.8–0.9, 0.7–0.8, 0.6–0.7, 0.5–0.6, < 0.5", string.Join(", ", buckets.Select(bucket => Calibration.Label(bucket.Least))));
    }

    [Fact]
    public void Errors_come_by_their_first_wrong_field_and_then_by_rule()
    {
        GoldClaim[] gold = [Rows.Gold(0, "43万名"), Rows.Gold(10, "43万名"), Rows.Gold(20, "43万名"), Rows.Gold(30, "43万名")];
        Claim Behind(int start) => Rows.Claim(start, "43万名") with { Indicator = "党员", Rules = ["indicator:behind"] };
        Prediction[] found =
        [
            Prediction.Of("a.txt", Behind(0)), Prediction.Of("a.txt", Behind(10) with { Rules = ["indicator:before"], Scope = null }),
            Prediction.Of("a.txt", Rows.Claim(20, "43万名") with { Unit = "%" }), Rows.Found(40, "5家"),
        ];

        var errors = ScoringError.Of(new Scorer(Part.All).Judge(gold, found));

        Assert.Equal(
            [("missed", "", 30), ("false", "quantity:scaled", 40), ("unit", "quantity:scaled", 20), ("indicator", "indicator:before", 10), ("indicator", "indicator:behind", 0)],
            errors.Select(error => (error.Kind, error.Rule, error.Start)));
        Assert.Equal(("%", "{person}"), (errors[2].Got, errors[2].Want));
        Assert.Equal("scope", errors[3].Also);
    }

    [Theory]
    [InlineData(0.55625, "0.5563")] // a little more than a half in binary
    [InlineData(0.90625, "0.9062")] // exactly a half
    [InlineData(1, "1.0000")]
    [InlineData(2.0 / 3, "0.6667")]
    public void Figures_are_rounded_from_what_they_are(double ratio, string text) => Assert.Equal(text, Figure.Of(ratio));
}
