namespace Extractor.Storage.Runs;

public enum ChangeKind { Added, Retired, Changed }

/// <summary>One field that differs.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>A claim that came, went, or reads otherwise now.</summary>
/// <param name="Start">Of the claim that stands now; of the one that went where none does. Code points.</param>
/// <param name="Fields">All fields that are told, for one that came or went; those that differ, for one that changed.</param>
public sealed record ClaimChange(ChangeKind Kind, string Document, Guid DocumentId, int Start, int End, string Text, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Within a document, a claim that went and one that came at the same place are one that changed.</summary>
    internal static IEnumerable<ClaimChange> Pair(List<ChangedRow> rows)
    {
        var (gone, come) = (rows.FindAll(row => !row.IsNew), rows.FindAll(row => row.IsNew));
        var pairs = new Dictionary<ChangedRow, ChangedRow>(ReferenceEqualityComparer.Instance);
        // The very place first, then one that overlaps: the span may have grown by a hedge. In another version of the
        // text a place means nothing unless the same words stand there.
        Match((a, b) => a.SpanStart == b.SpanStart && a.SpanEnd == b.SpanEnd);
        Match((a, b) => a.SpanStart < b.SpanEnd && b.SpanStart < a.SpanEnd);
        foreach (var row in rows)
            if (row.IsNew)
                yield return pairs.TryGetValue(row, out var before) ? Changed(before, row) : Of(ChangeKind.Added, row);
            else if (!pairs.ContainsValue(row))
                yield return Of(ChangeKind.Retired, row);

        void Match(Func<ChangedRow, ChangedRow, bool> isSame)
        {
            foreach (var row in come)
                if (!pairs.ContainsKey(row) && gone.Find(old => (old.Quote == row.Quote || old.Version.AsSpan().SequenceEqual(row.Version)) && isSame(old, row)) is { } found)
                {
                    pairs[row] = found;
                    gone.Remove(found);
                }
        }
    }

    static ClaimChange Changed(ChangedRow before, ChangedRow after) => new(
        ChangeKind.Changed, after.Document, after.DocumentId, after.SpanStart, after.SpanEnd, after.Quote,
        [.. before.Fields().Zip(after.Fields(), (b, a) => new FieldChange(a.Field, b.Value, a.Value)).Where(field => field.Before != field.After)]);

    static ClaimChange Of(ChangeKind kind, ChangedRow row) => new(
        kind, row.Document, row.DocumentId, row.SpanStart, row.SpanEnd, row.Quote,
        [.. row.Fields().Where(field => field.Value is not null).Select(field => kind == ChangeKind.Added ? new FieldChange(field.Field, null, field.Value) : new(field.Field, field.Value, null))]);
}
