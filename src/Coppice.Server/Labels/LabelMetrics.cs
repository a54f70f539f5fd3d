using System.Diagnostics.Metrics;
using Coppice.Server.Http.Metrics;

namespace Coppice.Server.Labels;

/// <summary>How many labels have matured.</summary>
public sealed class LabelMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _matured = meters.Create(MeterNames.Coppice).CreateCounter<long>("coppice_labels_matured_total", null, "Labels whose window has closed.");

    public void Matured(string model, long labels) => _matured.Add(labels, new KeyValuePair<string, object?>("model", model));
}
