using Extractor.Storage.Runs;

namespace Extractor.Cli.Output;

/// <summary>Differences of runs: one JSON object or one line of words a claim.</summary>
static class ChangeLines
{
    public static void Write(Terminal terminal, string format, ClaimChange change)
    {
        if (format == "jsonl")
            Rows.WriteLine(terminal, json =>
            {
                json.WriteString("change", Word(change.Kind));
                json.WriteString("document", change.Document);
                json.WriteString("document_id", change.DocumentId);
                json.WriteNumber("start", change.Start);
                json.WriteNumber("end", change.End);
                json.WriteString("text", change.Text);
                json.WriteStartObject("fields");
                foreach (var field in change.Fields)
                {
                    json.WriteStartArray(field.Field);
                    json.WriteStringValue(field.Before);
                    json.WriteStringValue(field.After);
                    json.WriteEndArray();
                }
                json.WriteEndObject();
            });
        else
            terminal.Out.WriteLine(Terminal.OneLine($"{Word(change.Kind),-8} {change.Document}:{change.Start} “{change.Text}” {Words(change)}"));
    }

    public static string Word(ChangeKind kind) => kind switch { ChangeKind.Added => "added", ChangeKind.Retired => "retired", _ => "changed" };

    // One that came or went is told by what matters most; one that changed by every field that did.
    static string Words(ClaimChange change) => string.Join("; ", change.Kind == ChangeKind.Changed
        ? change.Fields.Select(field => $"{field.Field}: {field.Before ?? "-"} → {field.After ?? "-"}")
        : change.Fields.Where(field => field.Field is "indicator" or "value" or "unit" or "scope").Select(field => $"{field.Field}: {field.Before ?? field.After}"));
}
