using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extractor.Cli.Evaluations;

/// <summary>A scoring as JSON Lines: each object says under <c>row</c> what it is: score, calibration or error.</summary>
sealed class EvaluationLines(Stream stream) : IEvaluationWriter
{
    public void Write(Evaluation evaluation, bool showErrors)
    {
        var part = evaluation.Part == Part.All ? "all" : evaluation.Part.ToString().ToLowerInvariant();
        Line(json => WriteScore(json, part, null, evaluation, evaluation.Total));
        foreach (var (name, score) in evaluation.Parts)
            Line(json => WriteScore(json, name, null, evaluation, score));
        foreach (var (name, score) in evaluation.Documents)
            Line(json => WriteScore(json, part, name, evaluation, score));
        if (evaluation.IsOfClaims)
            foreach (var bucket in Calibration.Of(evaluation.Judgements))
                Line(json => WriteBucket(json, bucket));
        if (showErrors)
            foreach (var error in ScoringError.Of(evaluation.Judgements))
                Line(json => WriteError(json, error));
        stream.Flush();
    }

    static void WriteScore(Utf8JsonWriter json, string part, string? document, Evaluation evaluation, Score score)
    {
        json.WriteString("row", "score");
        json.WriteString("part", part);
        json.WriteString("document", document);
        WriteLevel(json, "mention", score.Mention);
        WriteLevel(json, "quantity", score.Quantity);
        if (evaluation.IsOfClaims)
            WriteLevel(json, "claim", score.Claim);
        json.WriteNumber("matched", score.Matched);
        json.WriteNumber("missed", score.Missed);
        json.WriteNumber("false", score.False);
        json.WriteStartObject("fields");
        foreach (var field in evaluation.Compared)
            json.WriteNumber(field.Code(), Figure.Round(score.Fields[field]));
        json.WriteEndObject();
    }

    static void WriteLevel(Utf8JsonWriter json, string name, Level level)
    {
        json.WriteStartObject(name);
        json.WriteNumber("precision", Figure.Round(level.Precision));
        json.WriteNumber("recall", Figure.Round(level.Recall));
        json.WriteNumber("f1", Figure.Round(level.F1));
        json.WriteEndObject();
    }

    static void WriteBucket(Utf8JsonWriter json, CalibrationBucket bucket)
    {
        json.WriteString("row", "calibration");
        json.WriteNumber("least", bucket.Least);
        json.WriteNumber("claims", bucket.Claims);
        json.WriteNumber("share", Figure.Round(bucket.Share));
        json.WriteNumber("right", bucket.Right);
    }

    static void WriteError(Utf8JsonWriter json, ScoringError error)
    {
        json.WriteString("row", "error");
        json.WriteString("kind", error.Kind);
        json.WriteString("rule", error.Rule);
        json.WriteString("document", error.Document);
        json.WriteNumber("start", error.Start);
        json.WriteString("text", error.Text);
        json.WriteString("got", error.Got);
        json.WriteString("want", error.Want);
        json.WriteString("also", error.Also);
    }

    void Line(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }
}
