using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Coppice.Server.Http.Metrics;

/// <summary>One instrument with a series for every set of labels it was used with.</summary>
internal sealed class MetricFamily
{
    /// <summary>What is used with ever new labels must not grow without end: further ones are counted together.</summary>
    private const int MostSeries = 2000;

    private static readonly double[] Latencies = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], MetricSeries> _byTags = new(new TagsComparer());
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], MetricSeries>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _found;
    private readonly ConcurrentDictionary<string, MetricSeries> _byLabels = new(StringComparer.Ordinal);
    private readonly Func<long> _reading;

    public MetricFamily(Instrument instrument, Func<long> reading)
    {
        _found = _byTags.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        _reading = reading;
        Kind = KindOf(instrument);
        Name = MetricText.Name(instrument.Name, instrument.Unit, Kind);
        Help = instrument.Description ?? "";
        IsObserved = instrument.IsObservable;
        if (Kind == MetricKind.Histogram)
            Bounds = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries?.ToArray() ?? Latencies;
    }

    public string Name { get; }

    public string Help { get; }

    public MetricKind Kind { get; }

    public double[]? Bounds { get; }

    public bool IsObserved { get; }

    public IEnumerable<MetricSeries> Series => _byLabels.Values;

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = Find(tags);
        if (Kind == MetricKind.Histogram)
            series.Observe(value);
        else if (IsObserved || Kind == MetricKind.Gauge)
            series.Set(value);
        else
            series.Add(value);
        if (IsObserved)
            series.Seen = _reading();
    }

    public void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (IsObserved || Kind is MetricKind.Gauge or MetricKind.Histogram)
            Record((double)value, tags);
        else
            Find(tags).Add(value);
    }

    private MetricSeries Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_found.TryGetValue(tags, out var series))
            return series;
        if (_byTags.Count >= MostSeries)
            return _byLabels.GetOrAdd("overflow=\"true\"", static (labels, bounds) => new MetricSeries(labels, bounds), Bounds);
        // Two places may name the same labels in another order: they share the series.
        series = _byLabels.GetOrAdd(MetricText.Labels(tags), static (labels, bounds) => new MetricSeries(labels, bounds), Bounds);
        _found.TryAdd(tags, series);
        return series;
    }

    private static MetricKind KindOf(Instrument instrument)
    {
        string type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? MetricKind.Histogram
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? MetricKind.Counter
            : type.Contains("UpDown", StringComparison.Ordinal) ? MetricKind.Level
            : MetricKind.Gauge;
    }
}

/// <summary>What a family's numbers are.</summary>
internal enum MetricKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Is told how it changes.</summary>
    Level,

    /// <summary>Is told what it is.</summary>
    Gauge,

    /// <summary>How values are spread.</summary>
    Histogram,
}
