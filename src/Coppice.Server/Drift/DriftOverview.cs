using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Drift;

/// <summary>What is different for a model, as everything that tells of it reads it.</summary>
public sealed class DriftOverview(Database database, DefinitionInForce workspace, DriftStore store, DeploymentStore deployments, VersionStore versions, TimeProvider time)
{
    private const int MostWindows = 26;

    public DriftResponse Read(ModelDefinition model, long modelId) => database.Read(session => Read(session, model, modelId));

    /// <summary>The views that have drifted, by name; empty where none has.</summary>
    public IReadOnlyList<DriftView> Drifted(Session session, long modelId) =>
        store.FindState(session, modelId) is { } state && state.Standings.Values.Any(standing => standing.HasDrifted)
            ? [.. Views(state, Latest(session, modelId)).Where(view => view.Verdict == DriftVerdicts.Drifted)]
            : [];

    /// <summary>Whether errors have risen and the alarm is newer than a version: nothing has learnt from it yet.</summary>
    public bool HaveErrorsRisenSince(Session session, long modelId, DateTimeOffset made) =>
        store.FindState(session, modelId) is { } state
        && state.Of(DriftViews.Errors).HasDrifted
        && store.LastAlarm(session, modelId, DriftSources.Errors) > made;

    /// <summary>When the last drift of labels or errors that was confirmed began: what came before it is another world. Null where none ever was.</summary>
    public DateTimeOffset? WorldSince(Session session, long modelId)
    {
        string[] views = [DriftViews.Labels, DriftViews.Errors];
        return store.ReportsOfLastAlarms(session, modelId)
            .SelectMany(report => report.ReadReport().Views.Where(view => views.Contains(view.View) && view.Verdict == DriftVerdicts.Drifted).Select(view => (DateTimeOffset?)(view.Since ?? report.FromTime)))
            .Max();
    }

    /// <summary>The input that differs and moves scores most in the newest window; null where none differs.</summary>
    public InputDrift? Cause(Session session, long modelId) =>
        store.Latest(session, modelId, DriftSources.Predictions, 1) is [var newest] ? newest.ReadReport().Inputs.FirstOrDefault(input => input.Differs) : null;

    private DriftResponse Read(Session session, ModelDefinition model, long modelId)
    {
        var line = deployments.Latest(session, modelId);
        var reports = Latest(session, modelId);
        var views = Views(store.FindState(session, modelId), reports);
        var newest = reports.FirstOrDefault(report => report.Source == DriftSources.Predictions)?.ReadReport();
        var budget = FalseAlarmBudget.Of(workspace.Current);
        return new DriftResponse(
            model.Name,
            line is null ? null : versions.Find(session, line.ToId)?.Number.ToString(),
            Sentence(model.Name, line, views),
            views,
            newest?.Inputs ?? [],
            newest?.InputsMeasured ?? 0,
            [.. DriftSources.All.SelectMany(source => store.Latest(session, modelId, source, MostWindows)).Reverse().SelectMany(Points)],
            new DriftBudget(budget.PerQuarter, budget.Models, budget.Level, store.CountAlarms(session, time.GetUtcNow().AddDays(-FalseAlarmBudget.QuarterDays))));
    }

    private List<DriftReport> Latest(Session session, long modelId) =>
        [.. DriftSources.All.SelectMany(source => store.Latest(session, modelId, source, 1))];

    /// <summary>The newest of every view; its verdict is where it stands now, which a full retrain sets back.</summary>
    private static List<DriftView> Views(DriftState? state, List<DriftReport> reports)
    {
        var told = reports.SelectMany(report => report.ReadReport().Views).ToDictionary(view => view.View);
        return [.. DriftViews.All.Select(view => Current(view, state, told.GetValueOrDefault(view)))];
    }

    private static DriftView Current(string view, DriftState? state, DriftView? told)
    {
        var standing = state?.Of(view) ?? DriftStanding.Unknown;
        if (told is null || standing == DriftStanding.Unknown)
            return new DriftView(view, DriftVerdicts.NotEnoughData, DriftCodes.Of(view), null, Waiting(view), null, null, null, null, 0, null, null, null);
        return told with { Verdict = standing.Verdict, Since = standing.Since };
    }

    private static string Waiting(string view) => view switch
    {
        DriftViews.Labels => "waits for a window of labels from 500 customers",
        DriftViews.Errors => "waits for answers whose labels have matured",
        _ => "waits for a window of answers about 500 customers",
    };

    private static IEnumerable<DriftPoint> Points(DriftReport report) => report.ReadReport().Views
        .Where(view => view is { Measured: not null, Bound: not null })
        .Select(view => new DriftPoint(view.View, report.UntilTime, view.Verdict, view.Measured!.Value, view.Bound!.Value));

    private static string Sentence(string model, Deployment? line, List<DriftView> views)
    {
        if (line is null)
            return $"{model} has no champion yet that anything could be held against.";
        var drifted = views.Where(view => view.Verdict == DriftVerdicts.Drifted).ToList();
        if (drifted.Count > 0)
            return $"{model} sees another world than it has learnt: {string.Join(", ", drifted.Select(view => $"{view.View} since {view.Since:yyyy-MM-dd}"))}.";
        var suspected = views.Where(view => view.Verdict == DriftVerdicts.Suspected).ToList();
        if (suspected.Count > 0)
            return $"{model} may see another world than it has learnt: {string.Join(", ", suspected.Select(view => view.View))} differed in one window; the next one decides.";
        return views.All(view => view.Verdict == DriftVerdicts.NotEnoughData)
            ? $"{model} has not been asked enough yet to tell."
            : $"{model} sees the world it has learnt.";
    }
}
