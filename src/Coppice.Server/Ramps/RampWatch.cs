using System.Collections.Concurrent;
using Coppice.Server.Deployments;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Serving.Splits;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Ramps;

/// <summary>Looks at a ramp: reads what is new and asks the rules. The same look is used by what advances ramps and by whoever wants to see.</summary>
public sealed class RampWatch(
    Database database,
    RampStore ramps,
    RampAnswerStore answers,
    MaturedAnswerStore matured,
    RampMeters meters,
    VersionStore versions,
    VersionLoader loader,
    ExampleInputs examples,
    IEnumerable<IRampRule> rules,
    TimeProvider time)
{
    private const int Page = 20_000;

    /// <summary>Answers before the ramp that say what scores are usual.</summary>
    private const int Before = 2_000;

    private readonly ConcurrentDictionary<long, RampEvidence> _evidence = new();
    private readonly ConcurrentDictionary<long, RampLook> _looks = new();

    /// <summary>The last look at a ramp; null before the first since this process began.</summary>
    public RampLook? Find(long rampId) => _looks.GetValueOrDefault(rampId);

    internal RampLook Look(ModelDefinition model, Ramp ramp)
    {
        var evidence = _evidence.GetOrAdd(ramp.Id, _ => new RampEvidence(ramp));
        var steps = database.Read(session => ramps.Steps(session, ramp.Id));
        if (!evidence.HasReference)
            database.Read(session => SetReference(session, model, ramp, evidence));
        CatchUp(model, ramp, steps, evidence);
        var meter = meters.Of(ramp.Id);
        evidence.Add(meter.TakeWindow());
        var facts = evidence.Facts(steps, time.GetUtcNow(), model.Predicts, meter);
        return _looks[ramp.Id] = new RampLook(facts, RampVerdict.Of(facts, rules));
    }

    /// <summary>Lets go of what was kept for a ramp that is over.</summary>
    internal void Forget(long rampId)
    {
        _evidence.TryRemove(rampId, out _);
        _looks.TryRemove(rampId, out _);
    }

    private void CatchUp(ModelDefinition model, Ramp ramp, IReadOnlyList<RampStep> steps, RampEvidence evidence)
    {
        IReadOnlyList<RampAnswer> given;
        do
        {
            given = database.Read(session => answers.After(session, ramp.ModelId, evidence.LastPrediction, Page));
            foreach (var answer in given)
                evidence.Add(answer, steps);
        }
        while (given.Count == Page);
        IReadOnlyList<MaturedAnswer> outcomes;
        do
        {
            outcomes = database.Read(session => matured.After(session, ramp.ModelId, evidence.LastLabel, Page, ramp.FirstPrediction));
            foreach (var outcome in outcomes)
                evidence.Add(outcome, model.Predicts);
        }
        while (outcomes.Count == Page);
    }

    private bool SetReference(Session session, ModelDefinition model, Ramp ramp, RampEvidence evidence)
    {
        // The newest answer of each customer; its label is not asked for.
        Label[] asked = [.. answers.Before(session, ramp.ModelId, ramp.FirstPrediction, Before)
            .DistinctBy(answer => answer.CustomerId)
            .Select(answer => new Label(0, answer.CustomerId, answer.AsOf, LabelSource.Logged, answer.Id, 0, 1, 0))];
        var scorer = new RowScorer(examples, session, model, asked);
        evidence.SetReference(scorer.Score(Load(session, ramp.FromId)), scorer.Score(Load(session, ramp.ToId)));
        return true;
    }

    private LoadedVersion Load(Session session, long versionId) => loader.Load(session, versions.Find(session, versionId)!);
}

/// <summary>What a ramp showed at a look, and what follows.</summary>
public sealed record RampLook(RampFacts Facts, RampVerdict Verdict);
