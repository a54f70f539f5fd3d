using System.Diagnostics.Metrics;
using Coppice.Server.Http.Metrics;
using Coppice.Server.Training;

namespace Coppice.Server.Triggers;

/// <summary>How runs ended and how long they took.</summary>
public sealed class RunMetrics(IMeterFactory meters)
{
    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.1, 0.3, 1, 3, 10, 30, 60, 180, 600, 1800, 3600] };

    private readonly Counter<long> _runs = meters.Create(MeterNames.Coppice).CreateCounter<long>("coppice_runs_total", null, "Runs that have ended.");
    private readonly Histogram<double> _seconds =
        meters.Create(MeterNames.Coppice).CreateHistogram("coppice_run_seconds", "s", "Seconds from the start of a run to its end.", tags: null, Durations);

    public Run Count(string model, Run run)
    {
        _runs.Add(1, new("model", model), new("strategy", run.Strategy), new("state", run.State));
        if (run.FinishedAt is { } end)
            _seconds.Record((end - run.StartedAt).TotalSeconds, new("model", model), new("strategy", run.Strategy));
        return run;
    }
}
