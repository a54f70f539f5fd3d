using System.Diagnostics;
using Coppice.Client;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Triggers.Repairs;

namespace Coppice.Server.Triggers;

/// <summary>Times the steps of a run and tells its watchers.</summary>
internal sealed class StepClock(TimeProvider time, LiveRun live, string strategy) : IDisposable
{
    /// <summary>How much of a run is over when a step begins; measured on runs of a few thousand rows.</summary>
    private static readonly Dictionary<string, double> Starts = new()
    {
        ["labels"] = 0,
        ["compare"] = 0.05,
        ["read"] = 0.05,
        ["data"] = 0.12,
        ["fit"] = 0.15,
        ["refresh"] = 0.15,
        ["grow"] = 0.4,
        ["calibrate"] = 0.8,
        ["quick"] = 0.81,
        ["check"] = 0.82,
        ["explain"] = 0.85,
        ["judge"] = 0.9,
        ["save"] = 0.97,
    };

    /// <summary>The same for a run that searches first, which is nearly all of it.</summary>
    private static readonly Dictionary<string, double> StartsOfTuning = new()
    {
        ["labels"] = 0,
        ["read"] = 0.01,
        ["search"] = 0.02,
        ["data"] = 0.93,
        ["fit"] = 0.94,
        ["calibrate"] = 0.975,
        ["quick"] = 0.978,
        ["check"] = 0.98,
        ["explain"] = 0.985,
        ["judge"] = 0.99,
        ["save"] = 0.995,
    };

    /// <summary>The same for a repair whose every rung has to be tried.</summary>
    private static readonly Dictionary<string, double> StartsOfRepair = new()
    {
        ["labels"] = 0,
        [RepairRungs.Recalibrate] = 0.02,
        [RepairRungs.Leaves] = 0.1,
        [RepairRungs.Trees] = 0.3,
        [RepairRungs.Full] = 0.5,
        [RepairRungs.Tune] = 0.75,
        ["save"] = 0.98,
    };

    private readonly Dictionary<string, double> _starts = strategy switch
    {
        Strategies.Tune => StartsOfTuning,
        Strategies.Repair => StartsOfRepair,
        _ => Starts,
    };
    private readonly List<StepSeconds> _done = [];
    private readonly long _began = time.GetTimestamp();
    private readonly ActivityContext _run = Activity.Current?.Context ?? default;
    private Activity? _span;
    private string? _step;
    private long _since;
    private double _highest;

    public void Enter(string step, string detail) => Report(step, 0, detail);

    public void Report(string step, double fraction, string detail)
    {
        if (step != _step)
        {
            Close();
            _step = step;
            _since = time.GetTimestamp();
            // Steps report from the threads that learn, where the run's span is not the current one.
            _span = Spans.Coppice.StartActivity(step, ActivityKind.Internal, _run);
        }

        double start = _starts[step];
        double end = _starts.Values.Where(s => s > start).DefaultIfEmpty(1).Min();
        // Steps of an update come twice, so the bar never goes back.
        _highest = Math.Max(_highest, start + (Math.Clamp(fraction, 0, 1) * (end - start)));
        live.Report(new RunProgress(step, _highest, detail.Length == 0 ? null : detail));
    }

    /// <summary>What a rung reports to: its own steps are parts of the one step that the rung is.</summary>
    public Action<string, double, string> OfRung(string rung) => (step, fraction, detail) =>
    {
        var starts = step == "search" ? StartsOfTuning : Starts;
        double start = starts.GetValueOrDefault(step);
        double end = starts.Values.Where(s => s > start).DefaultIfEmpty(1).Min();
        Report(rung, start + (Math.Clamp(fraction, 0, 1) * (end - start)), detail.Length == 0 ? step : $"{step} {detail}");
    };

    /// <summary>Seconds per step in the order they were first entered, and of the whole.</summary>
    public (IReadOnlyList<StepSeconds> Steps, double Seconds) Finish()
    {
        Close();
        _step = null;
        return ([.. _done.GroupBy(s => s.Step).Select(g => new StepSeconds(g.Key, g.Sum(s => s.Seconds)))], time.GetElapsedTime(_began).TotalSeconds);
    }

    /// <summary>Ends the step under way, however the run went.</summary>
    public void Dispose() => _span?.Dispose();

    private void Close()
    {
        _span?.Dispose();
        if (_step is not null)
            _done.Add(new StepSeconds(_step, time.GetElapsedTime(_since).TotalSeconds));
    }
}
