using System.Diagnostics.Metrics;
using Coppice.Server.Http.Metrics;

namespace Coppice.Server.Predictions;

/// <summary>How many answers were given, by which version, and how their way into the database fares.</summary>
public sealed class PredictionMetrics
{
    private readonly Counter<long> _answered;

    public PredictionMetrics(IMeterFactory meters, PredictionLog log)
    {
        var meter = meters.Create(MeterNames.Coppice);
        _answered = meter.CreateCounter<long>("coppice_predictions_total", null, "Answers given.");
        meter.CreateObservableCounter("coppice_prediction_log_dropped_total", () => log.Dropped, null, "Answers given without waiting that were never recorded.");
        meter.CreateObservableGauge("coppice_prediction_log_queue", () => log.Queued, null, "Writes waiting for the next commit.");
    }

    public void Answered(string model, string version, string arm, long count) => _answered.Add(count, new("model", model), new("version", version), new("arm", arm));
}
