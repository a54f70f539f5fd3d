using System.Diagnostics.Metrics;
using Coppice.Server.Http.Metrics;

namespace Coppice.Server.Predictions;

/// <summary>How many answers were given, by which version.</summary>
public sealed class PredictionMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _answered = meters.Create(MeterNames.Coppice).CreateCounter<long>("coppice_predictions_total", null, "Answers given.");

    public void Answered(string model, string version, string arm, long count) => _answered.Add(count, new("model", model), new("version", version), new("arm", arm));
}
