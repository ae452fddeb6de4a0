using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Generations;

/// <summary>Reads the documents of a part; what is no document is refused by file and line, and the others come all the same.</summary>
sealed class PartReader(string path, string ruleset, Action<InputException> refuse)
{
    // A text of the largest size with all of its claims; held only while its line is read.
    const int Longest = 1 << 30;

    bool _isEnded;
    InputException? _broken;

    /// <exception cref="InputException">The file cannot be read, or is no part of this program's and ruleset's making.</exception>
    public IEnumerable<(Document Document, Findings Findings)> Read(CancellationToken ct)
    {
        using var stream = new InputFile(path, path, path).Open();
        using var lines = Lines(stream).GetEnumerator();
        CheckFirst(lines.MoveNext() ? lines.Current.Bytes : null);
        var read = Partitioner.Create(Rest(lines), EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().WithCancellation(ct)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(line => Read(line.Number, line.Bytes));
        foreach (var (document, findings, failure) in read)
            if (failure is not null)
                refuse(failure);
            else
                yield return (document!, findings!);
        if (_broken is not null)
            refuse(_broken);
        else if (!_isEnded)
            refuse(new(InputFault.Line, $"{path}: ends without its last line: it was cut short; what stands in it is loaded, write it again for the rest"));
    }

    IEnumerable<(int Number, byte[]? Bytes)> Lines(Stream stream)
    {
        var number = 0;
        foreach (var line in new BoundedLines(stream, Longest, path).Read())
            yield return (++number, line?.ToArray());
    }

    IEnumerable<(int Number, byte[]? Bytes)> Rest(IEnumerator<(int Number, byte[]? Bytes)> lines)
    {
        while (TryMove(lines))
            if (lines.Current.Bytes.AsSpan().StartsWith("{\"documents\":"u8))
                _isEnded = true;
            else
                yield return lines.Current;
    }

    // Kept and told at the end: several threads wait for these lines.
    bool TryMove(IEnumerator<(int Number, byte[]? Bytes)> lines)
    {
        try
        {
            return lines.MoveNext();
        }
        catch (InputException e)
        {
            _broken = e;
            return false;
        }
    }

    void CheckFirst(byte[]? line)
    {
        InputException Refused(string reason) => new(InputFault.Line, $"{path}(1): {reason}");
        try
        {
            using var json = JsonDocument.Parse(line ?? []);
            var version = json.RootElement.GetProperty("generation").GetInt32();
            if (version != GenerationPart.Version)
                throw Refused(string.Create(CultureInfo.InvariantCulture, $"a part of version {version}, this program reads {GenerationPart.Version}; write it again with this program: extractor generate"));
            var by = json.RootElement.GetProperty("ruleset").GetString();
            if (by != ruleset)
                throw Refused($"was read by ruleset {by}, this program has {ruleset}; write it again with this program: extractor generate");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Refused("not the first line of a part; parts are written by: extractor generate");
        }
    }

    (Document? Document, Findings? Findings, InputException? Failure) Read(int number, byte[]? line)
    {
        string reason;
        try
        {
            if (line is not null)
            {
                var (document, findings) = GenerationLine.Read(line);
                return (document, findings, null);
            }
            reason = "too long";
        }
        catch (JsonException e)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"no JSON from byte {e.BytePositionInLine ?? 0} on");
        }
        catch (FormatException e)
        {
            reason = e.Message;
        }
        return (null, null, new(InputFault.Line, string.Create(CultureInfo.InvariantCulture, $"{path}({number}): {reason}; write the part again, or this document: extractor generate")));
    }
}
