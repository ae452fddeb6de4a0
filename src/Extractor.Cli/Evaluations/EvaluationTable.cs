using Spectre.Console;

namespace Extractor.Cli.Evaluations;

/// <summary>A scoring for people: tables, and errors a line each.</summary>
sealed class EvaluationTable(IAnsiConsole console) : IEvaluationWriter
{
    public void Write(Evaluation evaluation, bool showErrors)
    {
        var total = evaluation.Total;
        Show(["level", "precision", "recall", "F1"], evaluation.Levels.Select(level => (string[])
            [level.Name, Figure.Of(level.Level.Precision), Figure.Of(level.Level.Recall), Figure.Of(level.Level.F1)]));
        console.Write(new Text($"matched {total.Matched}, missed {total.Missed}, false {total.False}\n"));
        console.Write(new Text($"value and unit right, whatever the span: {evaluation.ValueAndUnit.Right} of {evaluation.ValueAndUnit.All}\n\n"));
        Show(["field", "right of the matched"], evaluation.Compared.Select(field => (string[])[field.Code(), Figure.Of(total.Fields[field])]));
        ShowScores("part", evaluation, evaluation.Parts);
        ShowScores("document", evaluation, evaluation.Documents);
        if (evaluation.IsOfClaims)
            Show(["confidence", "claims", "share of all", "share right"], Calibration.Of(evaluation.Judgements).Select(bucket => (string[])
                [Calibration.Label(bucket.Least), Figure.Of(bucket.Claims), Figure.Of(bucket.Share), bucket.Claims == 0 ? "" : Figure.Of(bucket.ShareRight)]));
        if (showErrors)
            foreach (var error in ScoringError.Of(evaluation.Judgements))
                ShowError(error);
    }

    void ShowScores(string heading, Evaluation evaluation, IReadOnlyList<(string Name, Score Score)> scores)
    {
        if (scores.Count == 0)
            return;
        string[] levels = evaluation.IsOfClaims ? ["mention F1", "quantity F1", "claim F1"] : ["mention F1", "quantity F1"];
        Show([heading, .. levels, "matched", "missed", "false"], scores.Select(row => (string[])
        [
            row.Name, Figure.Of(row.Score.Mention.F1), Figure.Of(row.Score.Quantity.F1), .. evaluation.IsOfClaims ? [Figure.Of(row.Score.Claim.F1)] : (string[])[],
            Figure.Of(row.Score.Matched), Figure.Of(row.Score.Missed), Figure.Of(row.Score.False),
        ]));
    }

    void Show(string[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var i = 0; i < headings.Length; i++)
            table.AddColumn(i == 0 ? new TableColumn(new Text(headings[i])) : new TableColumn(new Text(headings[i])).RightAligned());
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Text(Terminal.OneLine(cell)))]);
        console.Write(table);
    }

    // Not in a table, whose cells a narrow terminal would cut; nor as one text, which it would wrap.
    void ShowError(ScoringError error)
    {
        var rule = error.Rule.Length == 0 ? "" : $" [{error.Rule}]";
        var also = error.Also.Length == 0 ? "" : $"; also {error.Also}";
        console.Profile.Out.Writer.WriteLine(Terminal.OneLine(
            $"{error.Kind}{rule} {error.Document}:{error.Start} “{error.Text}” got {error.Got}, want {error.Want}{also}"));
    }
}
