namespace Extractor.Web.Exports;

/// <summary>A format by its name, with what others must know of it.</summary>
public sealed record ExportFormat(string Name, string Extension, string ContentType)
{
    readonly Func<IExportWriter>? _writer;

    ExportFormat(string name, string extension, string contentType, Func<IExportWriter> writer) : this(name, extension, contentType) => _writer = writer;

    public static ExportFormat Csv { get; } = new("csv", "csv", "text/csv; charset=utf-8; header=present", () => new CsvExport());

    public static ExportFormat Lines { get; } = new("jsonl", "jsonl", "application/jsonl", () => new LinesExport());

    public static ExportFormat Annotations { get; } = new("annotations", "jsonld", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", () => new AnnotationExport());

    public static ExportFormat Observations { get; } = new("observations", "jsonld", "application/ld+json", () => new ObservationExport());

    public static IReadOnlyList<ExportFormat> All { get; } = [Csv, Lines, Annotations, Observations];

    internal IExportWriter NewWriter() => _writer!();
}
