using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Extractor.Worker.Observability;

/// <summary>Collects when a scraper asks. The library's own exporter for this is not among its stable packages.</summary>
[ExportModes(ExportModes.Pull)]
sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    readonly StringBuilder _page = new();

    public Func<int, bool>? Collect { get; set; }

    /// <summary>One scrape at a time: the measurements are read in place.</summary>
    public string Scrape()
    {
        lock (_lock)
        {
            _page.Clear();
            Collect?.Invoke((int)Patience.TotalMilliseconds);
            return _page.ToString();
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
            PrometheusText.Write(_page, metric);
        return ExportResult.Success;
    }
}
