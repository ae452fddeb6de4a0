using System.Diagnostics.Metrics;
using Extractor.Worker.Observability;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Extractor.Worker.Tests.Observability;

public sealed class PrometheusExporterTests
{
    static string Scrape(Action<Meter> measure)
    {
        using var meter = new Meter($"test-{Guid.NewGuid():N}");
        using var exporter = new PrometheusExporter();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddReader(new BaseExportingMetricReader(exporter)).Build();
        measure(meter);
        Assert.Equal(exporter.Scrape(), exporter.Scrape());
        return exporter.Scrape();
    }

    [Fact]
    public void Counters_and_gauges_have_help_type_and_a_line_for_each_set_of_labels() => Assert.Equal(
        """
        # HELP jobs_total Jobs, by \\outcome\nand more.
        # TYPE jobs_total counter
        jobs_total{outcome="done"} 3
        jobs_total{outcome="a \"b\" \\ c\nd"} 1
        # HELP age_seconds 
        # TYPE age_seconds gauge
        age_seconds 0.25

        """.ReplaceLineEndings("\n"),
        Scrape(meter =>
        {
            var jobs = meter.CreateCounter<long>("jobs_total", description: "Jobs, by \\outcome\nand more.");
            jobs.Add(2, new KeyValuePair<string, object?>("outcome", "done"));
            jobs.Add(1, new KeyValuePair<string, object?>("outcome", "done"));
            jobs.Add(1, new KeyValuePair<string, object?>("outcome", "a \"b\" \\ c\nd"));
            meter.CreateObservableGauge("age_seconds", () => 0.25);
        }));

    [Fact]
    public void Buckets_of_a_histogram_are_cumulated_up_to_infinity() => Assert.Equal(
        """
        # HELP took_seconds Time.
        # TYPE took_seconds histogram
        took_seconds_bucket{kind="x",le="0.1"} 1
        took_seconds_bucket{kind="x",le="1"} 3
        took_seconds_bucket{kind="x",le="+Inf"} 4
        took_seconds_sum{kind="x"} 6.0625
        took_seconds_count{kind="x"} 4

        """.ReplaceLineEndings("\n"),
        Scrape(meter =>
        {
            var took = meter.CreateHistogram<double>("took_seconds", "s", "Time.", advice: new() { HistogramBucketBoundaries = [0.1, 1] });
            foreach (var seconds in (double[])[0.0625, 0.5, 0.5, 5])
                took.Record(seconds, new KeyValuePair<string, object?>("kind", "x"));
        }));

    [Fact]
    public void Names_from_elsewhere_are_made_fit() => Assert.Contains(
        "db_client_operation{server_address=\"a.b\"} 1\n",
        Scrape(meter => meter.CreateCounter<long>("db.client.operation").Add(1, new KeyValuePair<string, object?>("server.address", "a.b"))),
        StringComparison.Ordinal);
}
