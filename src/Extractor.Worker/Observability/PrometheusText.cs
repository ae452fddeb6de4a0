using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace Extractor.Worker.Observability;

/// <summary>Metrics in Prometheus' text format 0.0.4: HELP, TYPE, a line each; histograms with cumulated buckets, sum and count.</summary>
static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void Write(StringBuilder page, Metric metric)
    {
        var name = Name(metric.Name);
        page.Append("# HELP ").Append(name).Append(' ').Append(Escaped(metric.Description, quotes: false)).Append('\n');
        page.Append("# TYPE ").Append(name).Append(' ').Append(Type(metric.MetricType)).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point.Tags);
            if (metric.MetricType == MetricType.Histogram)
                WriteHistogram(page, name, labels, point);
            else
                WriteLine(page, name, labels, Value(metric.MetricType, point));
        }
    }

    static void WriteHistogram(StringBuilder page, string name, string labels, in MetricPoint point)
    {
        var below = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Text(bucket.ExplicitBound);
            WriteLine(page, $"{name}_bucket", $"{labels}{(labels == "" ? "" : ",")}le=\"{bound}\"", Text(below));
        }
        WriteLine(page, $"{name}_sum", labels, Text(point.GetHistogramSum()));
        WriteLine(page, $"{name}_count", labels, Text(point.GetHistogramCount()));
    }

    static void WriteLine(StringBuilder page, string name, string labels, string value)
    {
        page.Append(name);
        if (labels != "")
            page.Append('{').Append(labels).Append('}');
        page.Append(' ').Append(value).Append('\n');
    }

    static string Type(MetricType type) =>
        type == MetricType.Histogram ? "histogram" : type.IsSum() && type is MetricType.LongSum or MetricType.DoubleSum ? "counter" : "gauge";

    static string Value(MetricType type, in MetricPoint point) => (type.IsSum(), type.IsLong()) switch
    {
        (true, true) => Text(point.GetSumLong()),
        (true, false) => Text(point.GetSumDouble()),
        (false, true) => Text(point.GetGaugeLastValueLong()),
        (false, false) => Text(point.GetGaugeLastValueDouble()),
    };

    static string Labels(OpenTelemetry.ReadOnlyTagCollection tags)
    {
        var labels = new StringBuilder();
        foreach (var tag in tags)
        {
            var value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "";
            labels.Append(labels.Length == 0 ? "" : ",").Append(Name(tag.Key).Replace(':', '_')).Append("=\"").Append(Escaped(value, quotes: true)).Append('"');
        }
        return labels.ToString();
    }

    static string Name(string name)
    {
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' ? c : '_'));
        return char.IsAsciiDigit(clean[0]) ? $"_{clean}" : clean;
    }

    static string Escaped(string text, bool quotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    static string Text(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
