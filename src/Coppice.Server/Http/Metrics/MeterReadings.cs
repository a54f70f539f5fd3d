using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Coppice.Server.Http.Metrics;

/// <summary>Listens to the meters of this server and of the process, and writes what they have counted.</summary>
public sealed class MeterReadings : IDisposable
{
    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _oneReader = new();
    private readonly IMeterFactory _factory;
    private long _reading;

    public MeterReadings(IMeterFactory factory)
    {
        _factory = factory;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsShown(instrument))
                listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument, i => new MetricFamily(i, () => _reading)));
        };
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((MetricFamily)family!).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.Start();
    }

    public string Write()
    {
        lock (_oneReader)
        {
            _reading++;
            _listener.RecordObservableInstruments();
            var text = new StringBuilder(16 << 10);
            foreach (var family in _families.Values.GroupBy(f => f.Name).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First()))
                Write(text, family);
            return text.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();

    // A process may hold several servers, each with a factory of its own; the runtime belongs to all of them.
    private bool IsShown(Instrument instrument) => instrument.Meter.Name switch
    {
        MeterNames.Coppice => ReferenceEquals(instrument.Meter.Scope, _factory),
        MeterNames.Kestrel => ReferenceEquals(instrument.Meter.Scope, _factory) && instrument.Name is "kestrel.active_connections" or "kestrel.rejected_connections",
        MeterNames.Runtime => true,
        _ => false,
    };

    private void Write(StringBuilder text, MetricFamily family)
    {
        var series = family.Series.Where(s => !family.IsObserved || s.Seen == _reading).OrderBy(s => s.Labels, StringComparer.Ordinal).ToList();
        if (series.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Name} {MetricText.Help(family.Help)}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Name} {family.Kind switch { MetricKind.Counter => "counter", MetricKind.Histogram => "histogram", _ => "gauge" }}\n");
        foreach (var one in series)
        {
            if (family.Kind == MetricKind.Histogram)
                WriteHistogram(text, family, one);
            else
                Write(text, family.Name, one.Labels, one.Value);
        }
    }

    private static void WriteHistogram(StringBuilder text, MetricFamily family, MetricSeries series)
    {
        long[] counts = series.CountsUpTo();
        string before = series.Labels.Length == 0 ? "" : series.Labels + ",";
        for (int i = 0; i < family.Bounds!.Length; i++)
            Write(text, family.Name + "_bucket", $"{before}le=\"{Number(family.Bounds[i])}\"", counts[i]);
        Write(text, family.Name + "_bucket", before + "le=\"+Inf\"", counts[^1]);
        Write(text, family.Name + "_sum", series.Labels, series.Value);
        Write(text, family.Name + "_count", series.Labels, counts[^1]);
    }

    private static void Write(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? (value > 0 ? "+Inf" : "-Inf") : value.ToString("R", CultureInfo.InvariantCulture);
}
