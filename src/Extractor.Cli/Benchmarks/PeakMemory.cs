using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Extractor.Cli.Benchmarks;

/// <summary>How much memory this program takes to read one document of a size, and how long.</summary>
static class PeakMemory
{
    /// <param name="bytes">Of the document, as UTF-8.</param>
    public static async Task<(long Bytes, TimeSpan Time)> MeasureAsync(int bytes, int seed, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("extractor-bench-").FullName;
        try
        {
            var page = Path.Combine(folder, "page.txt");
            await File.WriteAllBytesAsync(page, Document(bytes, seed), ct);
            var watch = Stopwatch.StartNew();
            using var process = OwnProgram.Start("extract", "--format", "jsonl", "--max-size", bytes.ToString(CultureInfo.InvariantCulture), page);
            var reading = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, ct);
            var peak = 0L;
            // The system forgets the peak of a process that has ended.
            while (!process.HasExited)
            {
                process.Refresh();
                peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
                await Task.Delay(20, ct);
            }
            await reading;
            await OwnProgram.EndAsync(process, ct);
            return (peak, watch.Elapsed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static byte[] Document(int bytes, int seed)
    {
        var text = new MemoryStream(bytes);
        // Three bytes a character, more or less.
        foreach (var page in new LoadCorpus(seed).Generate(bytes))
        {
            var part = Encoding.UTF8.GetBytes(page.Text);
            if (text.Length + part.Length > bytes)
                break;
            text.Write(part);
        }
        return text.ToArray();
    }
}
