using System.Globalization;
using Extractor.Storage.Documents;

namespace Extractor.Worker.Ingestion;

/// <summary>A document found in a file, or why there is none.</summary>
/// <param name="Place">The file, with the line where it holds several documents.</param>
/// <param name="Notices">Facts that were passed over.</param>
readonly record struct Reading(string Place, Document? Document, InputException? Failure, IReadOnlyList<string> Notices);

/// <summary>
/// Reads files into documents. Facts in falling precedence: the publishers' row, a sidecar, what stands in the file
/// (front matter, meta, fields), the path; what none of them says, the text itself may.
/// </summary>
sealed class DocumentReader(IntakeOptions options)
{
    /// <exception cref="InputException">The file cannot be read; some of its documents may have come before.</exception>
    public IEnumerable<Reading> Read(InputFile file)
    {
        var stamp = FileStamp.Of(file.IsStandardInput ? null : file.Path);
        var beside = Sidecar.Read(file);
        var path = options.Pattern?.Read(file) ?? StatedFacts.None;
        if (file.Format == TextFormat.JsonLines)
        {
            using var stream = file.Open();
            foreach (var line in JsonLines.Read(stream, options.MaxSize, file.Path))
                yield return line.Failure is not null
                    ? new(line.Place, null, line.Failure, [])
                    : ToReading(file, line.Place, line.Page!, beside, path, line.Number);
            ThrowIfChanged(file, stamp);
            yield break;
        }
        var page = ReadPage(file);
        ThrowIfChanged(file, stamp);
        yield return ToReading(file, file.Path, page, beside, path);
    }

    Page ReadPage(InputFile file)
    {
        var text = file.Read(options.MaxSize, options.Charset);
        switch (file.Format)
        {
            case TextFormat.Markdown:
                return new(text, FrontMatter.Read(text, file.Path));
            case TextFormat.Html:
                var (facts, notices) = HtmlFacts.Read(text, file.Path);
                return new(text, facts, null, notices);
            default:
                return new(text, StatedFacts.None);
        }
    }

    Reading ToReading(InputFile file, string place, Page page, StatedFacts beside, StatedFacts path, int line = 0)
    {
        var isLine = line > 0;
        var name = isLine ? page.Facts.Name ?? page.Uri ?? string.Create(CultureInfo.InvariantCulture, $"{file.Name}#{line}") : file.Name;
        var row = options.Facts(name);
        var facts = new StatedFacts(null, row.Publication, row.Region, row.Published).Or(beside).Or(page.Facts).Or(path);
        var uri = options.Source is not null || file.IsStandardInput ? file.Below : Path.GetFullPath(file.Path);
        if (isLine)
            uri = page.Uri ?? $"{uri}#{page.Facts.Name ?? line.ToString(CultureInfo.InvariantCulture)}";
        return new(
            place, new Document(options.Source ?? (file.IsStandardInput ? "stdin" : "files"), uri, page.Text, facts.For(name)), null, page.Notices ?? []);
    }

    // Nothing locks a file that is written meanwhile: what was read may be half of it.
    static void ThrowIfChanged(InputFile file, FileStamp before)
    {
        if (!file.IsStandardInput && FileStamp.Of(file.Path) != before)
            throw new InputException(InputFault.Unfinished, $"{file.Path}: changed while it was read; bring it in again when it is finished");
    }
}
