using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Drift;

/// <summary>One look at one model: what there is to look at, and what came of it.</summary>
internal sealed class DriftTurn(ModelDefinition model, long modelId, LoadedVersion champion, DriftState? known, DriftState state, FalseAlarmBudget budget, DateTimeOffset now)
{
    private readonly List<DriftReport> _reports = [];
    private readonly List<(DriftView View, bool Began)> _turns = [];

    public ModelDefinition Model => model;

    public long ModelId => modelId;

    public LoadedVersion Champion => champion;

    public FalseAlarmBudget Budget => budget;

    public DateTimeOffset Now => now;

    public DriftState State { get; private set; } = state;

    /// <summary>A window of predictions that is over; null where none is.</summary>
    public CustomerSample? Predictions { get; private set; }

    /// <summary>The same of labels.</summary>
    public CustomerSample? Labels { get; private set; }

    /// <summary>Answers by the champion's full retrain and the updates on top of it whose labels have matured.</summary>
    public IReadOnlyList<MaturedAnswer> Errors { get; private set; } = [];

    public ReferenceProfile? Reference { get; set; }

    /// <summary>The reference, where this look had to make it.</summary>
    public ReferenceProfile? MadeReference { get; private set; }

    public IReadOnlyList<DriftReport> Reports => _reports;

    /// <summary>Drifts that began or ended.</summary>
    public IReadOnlyList<(DriftView View, bool Began)> Turns => _turns;

    /// <summary>Whether the day of the errors that came last is over, and has not been judged.</summary>
    public bool HasOpenDay => State.Errors is { } errors && errors.IsOver(now.ToMicroseconds() / UtcMicroseconds.PerDay);

    /// <summary>Whether errors are to be followed.</summary>
    public bool HasErrors => Errors.Count > 0 || (HasOpenDay && Reference is not null);

    public bool IsIdle => Predictions is null && Labels is null && !HasErrors;

    public void Close(CustomerSample sample, int fewest, TimeSpan pause)
    {
        if (sample.Count >= fewest)
            Predictions = sample;
        else
            State = State with { NextCount = now + pause };
    }

    public void CloseLabels(CustomerSample sample, int fewest, TimeSpan pause)
    {
        if (sample.Count >= fewest)
            Labels = sample;
        else
            State = State with { NextLabelCount = now + pause };
    }

    /// <summary>Takes the errors of answers by the champion's full retrain and the updates on top of it; others belong to a version that is gone.</summary>
    public void Take(Session session, IReadOnlyList<MaturedAnswer> answers, int most, long lastLabel, VersionStore versions)
    {
        var isOurs = new Dictionary<long, bool>();
        var errors = new List<MaturedAnswer>(answers.Count);
        foreach (var answer in answers)
        {
            if (!isOurs.TryGetValue(answer.VersionId, out bool ours))
                isOurs.Add(answer.VersionId, ours = versions.Find(session, answer.VersionId)?.Major == champion.Version.Major);
            if (ours)
                errors.Add(answer);
        }

        Errors = errors;
        // What is not there yet is read next time; what was read is not read again.
        State = State with { LastError = answers.Count < most ? lastLabel : answers[^1].Label };
    }

    public void Hold(ReferenceProfile reference)
    {
        MadeReference = Reference is null ? reference : null;
        Reference = reference;
    }

    public void Add(string source, IReadOnlyList<DriftFinding> findings, DateTimeOffset from, int rows, IReadOnlyList<InputDrift> inputs, int measured)
    {
        var views = findings.Select(finding => Settle(finding, from, rows)).ToList();
        Report(source, views, from, rows, inputs, measured);
        State = source == DriftSources.Predictions
            ? State with { LastPrediction = Predictions!.Last, WindowFrom = now, NextCount = default }
            : State with { LastLabel = Labels!.Last, LabelsFrom = now, NextLabelCount = default };
    }

    /// <summary>Passes over a window of predictions that is not held against anything.</summary>
    public void Pass() => State = State with { LastPrediction = Predictions!.Last, WindowFrom = now, NextCount = default };

    /// <summary>Lets errors join their stream; a report is kept of the day they end.</summary>
    public void Follow(IReadOnlyList<MaturedAnswer> answers)
    {
        var before = State.Errors ?? ErrorHistory.Start(champion.Version.Major, Reference!.Errors, Reference.Confidence);
        var errors = answers.Select(answer => new MaturedError(
            answer.MaturesAt / UtcMicroseconds.PerDay,
            ErrorSize.Of(model.Predicts, answer.Value, answer.Score),
            before.Confidence?.GapOf(answer.Value, answer.Score) ?? 0));
        var after = before.After([.. errors], now.ToMicroseconds() / UtcMicroseconds.PerDay, budget.CumulativeThreshold);
        bool isNewDay = after.Sizes.DayRows == 0 || (before.Sizes.DayRows > 0 && after.Day > before.Day);
        State = State with { Errors = after };
        var standing = after.HasRisen ? new DriftStanding(DriftVerdicts.Drifted, after.Since, 0) : DriftStanding.Steady;
        bool turned = standing.HasDrifted != State.Of(DriftViews.Errors).HasDrifted;
        if (!turned && !isNewDay)
            return;
        var (mean, sentence) = ErrorWords.Of(after);
        var finding = new DriftFinding(
            DriftViews.Errors,
            after.HasRisen ? DriftReading.Differs : DriftReading.Same,
            sentence,
            "mean_error",
            mean,
            ErrorSize.Most * after.Reference.Mean,
            null)
        {
            Reference = Reference!.ScoreSource,
        };
        var view = Stand(finding, standing, now, answers.Count);
        Report(DriftSources.Errors, [view], now, answers.Count, [], 0);
    }

    /// <summary>Has what is new written, and gives the views whose verdict changed.</summary>
    public IReadOnlyList<DriftView> Settle(Action<DriftTurn> write)
    {
        if (known is not null && known.Major != State.Major)
            EndAll(known);
        if (known is null || _reports.Count > 0 || _turns.Count > 0 || Errors.Count > 0 || !ReferenceEquals(known, State))
            write(this);
        return [.. _turns.Select(turn => turn.View)];
    }

    private DriftView Settle(DriftFinding finding, DateTimeOffset from, int rows) =>
        Stand(finding, State.Of(finding.View).After(finding.Reading, from), from, rows);

    private DriftView Stand(DriftFinding finding, DriftStanding standing, DateTimeOffset from, int rows)
    {
        var before = State.Of(finding.View);
        State = State.With(finding.View, standing);
        var view = new DriftView(
            finding.View,
            standing.Verdict,
            DriftCodes.Of(finding.View),
            standing.Since,
            finding.Sentence,
            finding.Measure,
            finding.Measured,
            finding.Bound,
            finding.PValue,
            rows,
            from,
            now,
            finding.Reference);
        if (before.HasDrifted != standing.HasDrifted)
            _turns.Add((view, standing.HasDrifted));
        return view;
    }

    private void Report(string source, IReadOnlyList<DriftView> views, DateTimeOffset from, int rows, IReadOnlyList<InputDrift> inputs, int measured) => _reports.Add(new DriftReport
    {
        ModelId = modelId,
        VersionId = champion.Version.Id,
        Source = source,
        FromTime = from,
        UntilTime = now,
        Rows = rows,
        Alarms = _turns.Count(turn => turn.Began && views.Any(view => view.View == turn.View.View)),
        Report = JsonSerializer.Serialize(new DriftLook(views, inputs, measured), CoppiceJson.Options),
    });

    /// <summary>A full retrain has learnt from what is different: it is measured anew.</summary>
    private void EndAll(DriftState earlier)
    {
        foreach (var (view, standing) in earlier.Standings.Where(s => s.Value.HasDrifted))
        {
            string sentence = $"measured anew against {champion.Number}";
            _turns.Insert(0, (new DriftView(view, DriftVerdicts.NotEnoughData, DriftCodes.Of(view), standing.Since, sentence, null, null, null, null, 0, null, null, null), false));
        }
    }
}
