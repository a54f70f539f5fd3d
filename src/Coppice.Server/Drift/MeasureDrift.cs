using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Drift;

/// <summary>
/// Looks whether what is asked, answered and comes true is still what a champion has learnt. Every prediction and every label is read once, in the
/// window it falls into; between two windows a look costs a few index entries.
/// </summary>
public sealed class MeasureDrift(
    Database database,
    DefinitionInForce workspace,
    DriftStore store,
    PredictionStore predictions,
    LabelStore labels,
    MaturedAnswerStore answers,
    DeploymentStore deployments,
    VersionStore versions,
    VersionLoader loader,
    ProfileReader profiles,
    WindowReader windows,
    IEnumerable<IDriftDetector> detectors,
    AuditStore audit,
    TimeProvider time)
{
    /// <summary>Fewer customers than this say nothing (methods 4.3).</summary>
    internal const int FewestRows = 500;

    private const int InputsTold = 50;
    private const int AnswersTogether = 20_000;

    /// <summary>An open window that is short of customers is counted again after this share of its length.</summary>
    private const int CountsPerWindow = 7;

    /// <summary>The views whose verdict this look has changed.</summary>
    public async Task<IReadOnlyList<DriftView>> RunAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (database.Read(session => Champion(session, modelId)) is not { } champion)
            return [];
        var look = database.Read(session => Begin(session, model, modelId, champion));
        if (look.IsIdle)
            return look.Settle(Write);
        var asked = look.Predictions?.Rows() ?? [];
        var reference = look.Reference ?? await profiles.ReadAsync(model, modelId, champion, asked, cancellationToken);
        look.Hold(reference);
        if (look.Predictions is not null && look.MadeReference is { LabelKind: LabelKind.History })
        {
            // The window is the reference.
            look.Pass();
        }
        else if (look.Predictions is not null)
        {
            var window = await windows.ReadAsync(model, champion, reference, asked, look.State.WindowFrom, look.Now, cancellationToken);
            var inputs = InputComparison.Of(reference.Inputs, window, look.Budget.Level);
            var evidence = new DriftEvidence(reference, window, inputs, look.Budget.Level);
            look.Add(DriftSources.Predictions, [.. detectors.Select(detector => detector.Look(evidence))], window.From, window.Rows, Told(inputs), inputs.Count);
        }

        if (look.Labels is { } matured)
        {
            var rows = matured.Rows();
            var finding = LabelsDetector.Look(reference, reference.Labels.Bins.Tally([.. rows.Select(row => row.Value)]), look.Budget.Level);
            look.Add(DriftSources.Labels, [finding], look.State.LabelsFrom, rows.Count, [], 0);
        }

        if (look.HasErrors)
            look.Follow(look.Errors);
        return look.Settle(Write);
    }

    private LoadedVersion? Champion(Session session, long modelId)
    {
        try
        {
            return deployments.Latest(session, modelId) is { } line ? loader.Load(session, versions.Find(session, line.ToId)!) : null;
        }
        catch (UnusableVersionException)
        {
            // Whoever restores champions says so; there is nothing to hold against until then.
            return null;
        }
    }

    private DriftTurn Begin(Session session, ModelDefinition model, long modelId, LoadedVersion champion)
    {
        var now = time.GetUtcNow();
        var known = store.FindState(session, modelId);
        long lastLabel = labels.LastId(session);
        var state = known ?? DriftState.Start(champion.Version.Major, store.LastPrediction(session), lastLabel, now);
        if (state.Major != champion.Version.Major)
            state = state.For(champion.Version.Major, lastLabel, now);
        var turn = new DriftTurn(model, modelId, champion, known, state, FalseAlarmBudget.Of(workspace.Current), now);
        bool isOver = IsOver(state.WindowFrom, state.NextCount, now);
        bool labelsAreOver = IsOver(state.LabelsFrom, state.NextLabelCount, now) && lastLabel > state.LastLabel;
        if (isOver || labelsAreOver || lastLabel > state.LastError || turn.HasOpenDay)
            turn.Reference = store.FindReference(session, modelId, champion.Version.Id);
        if (isOver && predictions.TimeOf(session, modelId, state.LastPrediction, FewestRows) is not null)
        {
            var sample = new CustomerSample();
            store.ReadPredictions(session, modelId, state.LastPrediction, sample);
            turn.Close(sample, FewestRows, workspace.Drift.Window / CountsPerWindow);
        }

        // The first window makes the reference that labels and errors wait for.
        if (turn.Reference is null && turn.Predictions is null && model.Label is not ColumnLabel)
            return turn;
        if (labelsAreOver && (turn.Reference is not null || model.Label is ColumnLabel))
        {
            var sample = new CustomerSample();
            store.ReadLabels(session, modelId, state.LastLabel, turn.Reference?.LabelKind ?? LabelKind.Any, sample);
            turn.CloseLabels(sample, FewestRows, workspace.Drift.Window / CountsPerWindow);
        }

        if (lastLabel > state.LastError)
            turn.Take(session, answers.After(session, modelId, state.LastError, AnswersTogether), AnswersTogether, lastLabel, versions);
        return turn;
    }

    private bool IsOver(DateTimeOffset from, DateTimeOffset nextCount, DateTimeOffset now) => now - from >= workspace.Drift.Window && now >= nextCount;

    /// <summary>Inputs that differ, those that move scores most first, and then the most different of the others.</summary>
    private static IReadOnlyList<InputDrift> Told(IReadOnlyList<InputDrift> inputs) =>
    [
        .. inputs
            .OrderByDescending(input => input.Differs)
            .ThenByDescending(input => input.Differs ? Math.Abs(input.ScoreChange) : 0)
            .ThenByDescending(input => input.Effect / input.Bound)
            .Take(InputsTold),
    ];

    /// <summary>Reference, reports, state and audit entries together or not at all.</summary>
    private void Write(DriftTurn turn) => database.Write(session =>
    {
        if (turn.MadeReference is { } reference)
            store.SaveReference(session, turn.ModelId, reference);
        foreach (var report in turn.Reports)
            store.Add(session, report);
        store.SaveState(session, turn.ModelId, turn.State);
        foreach (var (view, began) in turn.Turns)
            audit.Append(session, Actors.Coppice, began ? "drift" : "drift_over", turn.Model.Name, new { view.View, view.Code, view.Since, view.Sentence, version = turn.Champion.Number });
    });
}
