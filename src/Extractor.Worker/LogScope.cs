using System.Collections;

namespace Extractor.Worker;

/// <summary>What the messages within a logging scope are about: a job, a document, a run, a schedule.</summary>
sealed class LogScope(params (string Name, object Value)[] about) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => about.Length;

    public KeyValuePair<string, object?> this[int index] => new(about[index].Name, about[index].Value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        about.Select(pair => new KeyValuePair<string, object?>(pair.Name, pair.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
