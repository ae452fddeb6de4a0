using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Extractor.Worker.Observability;

/// <summary>
/// Makes the process' metrics readable, and sends metrics and traces over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
/// says to; the library reads its other <c>OTEL_…</c> variables by itself.
/// </summary>
public sealed class Telemetry : IDisposable
{
    readonly PrometheusExporter _pages = new();
    readonly MeterProvider _metrics;
    readonly TracerProvider? _traces;

    /// <summary>Whether anything is to be sent.</summary>
    public static bool Sends => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"));

    /// <param name="worker">A name that no other process has, nor will have.</param>
    public Telemetry(string worker)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("extractor", serviceInstanceId: worker).AddEnvironmentVariableDetector();
        var metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(WorkerMetrics.Name)
            .AddReader(new BaseExportingMetricReader(_pages));
        if (Sends)
        {
            metrics.AddOtlpExporter();
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(WorkerMetrics.Name, "Npgsql", "Quartz")
                .AddOtlpExporter()
                .Build();
        }
        _metrics = metrics.Build();
        WorkerMetrics.Begin();
    }

    /// <summary>All metrics in Prometheus' text format.</summary>
    public string Scrape() => _pages.Scrape();

    /// <summary>Sends what has not been sent.</summary>
    public void Dispose()
    {
        _metrics.Dispose();
        _traces?.Dispose();
    }
}
