using System.Globalization;
using System.Text.Json;

namespace Extractor.Cli.Evaluations;

/// <summary>Annotations: one claim a line, as the fixtures' README describes them.</summary>
static class GoldFile
{
    /// <exception cref="CliException">The file is missing, or a row of it is wrong.</exception>
    public static IReadOnlyList<GoldClaim> Read(string path)
    {
        try
        {
            var rows = new List<GoldClaim>();
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (!line.AsSpan().Trim().IsEmpty)
                    rows.Add(Row(line, string.Create(CultureInfo.InvariantCulture, $"{path}({number})")));
            }
            return rows;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Missing, $"{path}: {(e is FileNotFoundException or DirectoryNotFoundException ? "no such file" : e.Message)} (annotations)");
        }
    }

    static GoldClaim Row(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new GoldRow(json.RootElement, place).ToClaim()
                : throw new CliException(ExitCode.Usage, $"{place}: not an object; write one annotation a line, such as {{\"document\":\"page.txt\",\"start\":3,…}}");
        }
        catch (JsonException e)
        {
            throw new CliException(ExitCode.Usage, $"{place}: not JSON ({e.Message}); write one annotation a line");
        }
    }
}
