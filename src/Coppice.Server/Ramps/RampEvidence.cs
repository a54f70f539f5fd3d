using Coppice.Server.Deployments;
using Coppice.Server.Labels;
using Coppice.Server.Serving.Splits;
using Coppice.Server.Statistics;
using Coppice.Server.Statistics.Experiments;
using Coppice.Server.Statistics.Samples;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Ramps;

/// <summary>
/// What a ramp has shown so far, kept while it runs: what it costs to bring up to date grows with what is new. After a restart it is read again from the
/// first answer of the ramp.
/// </summary>
internal sealed class RampEvidence(Ramp ramp)
{
    private const int Bins = 10;

    /// <summary>Questions in a look below which its slowest hundredth says nothing.</summary>
    private const int FewestTimed = 300;

    private readonly Dictionary<long, (HashSet<long> Champion, HashSet<long> Challenger)> _steps = [];
    private readonly Dictionary<long, (long Champion, long Challenger)> _firstSeen = [];
    private readonly Dictionary<long, double> _championScores = [];
    private readonly Dictionary<long, double> _challengerScores = [];
    private readonly LossesByCustomer _championLosses = new();
    private readonly LossesByCustomer _challengerLosses = new();
    private (ReferenceBins Bins, long[] Counts)? _champion;
    private (ReferenceBins Bins, long[] Counts)? _challenger;
    private double _uneven;
    private SlowLooks _slow = new(0, default, default);

    public long LastPrediction { get; private set; } = ramp.FirstPrediction;

    public long LastLabel { get; private set; } = ramp.FirstLabel;

    /// <summary>Whether it is known what both versions would have said before the ramp.</summary>
    public bool HasReference => _champion is not null;

    /// <summary>What both versions would have said to those who asked before the ramp.</summary>
    public void SetReference(double[] champion, double[] challenger) => (_champion, _challenger) = (Reference(champion), Reference(challenger));

    /// <summary>Counts an answer; <paramref name="steps"/> are those of the ramp so far.</summary>
    public void Add(RampAnswer answer, IReadOnlyList<RampStep> steps)
    {
        LastPrediction = answer.Id;
        var step = steps.LastOrDefault(step => step.FirstPrediction < answer.Id);
        if (step is null || (answer.VersionId != ramp.FromId && answer.VersionId != ramp.ToId))
            return;
        if (!_steps.TryGetValue(step.Step, out var seen))
            _steps.Add(step.Step, seen = ([], []));
        bool isChallengers = answer.VersionId == ramp.ToId;
        (isChallengers ? seen.Challenger : seen.Champion).Add(answer.CustomerId);
        if (!_championScores.ContainsKey(answer.CustomerId) && !_challengerScores.ContainsKey(answer.CustomerId))
        {
            var first = _firstSeen.GetValueOrDefault(step.Share);
            _firstSeen[step.Share] = isChallengers ? (first.Champion, first.Challenger + 1) : (first.Champion + 1, first.Challenger);
        }

        // One score a customer: who asks often would count as many.
        (isChallengers ? _challengerScores : _championScores).TryAdd(answer.CustomerId, answer.Score);
    }

    /// <summary>Counts an answer whose truth has become known.</summary>
    public void Add(MaturedAnswer outcome, PredictionKind predicts)
    {
        LastLabel = outcome.Label;
        if (outcome.VersionId != ramp.FromId && outcome.VersionId != ramp.ToId)
            return;
        double loss = predicts == PredictionKind.Probability
            ? Losses.Log(outcome.Value, outcome.Score)
            : Math.Abs(Math.Log(1 + Math.Max(0, outcome.Value)) - Math.Log(1 + Math.Max(0, outcome.Score)));
        (outcome.VersionId == ramp.ToId ? _challengerLosses : _championLosses).Add(outcome.CustomerId, outcome.Value, loss);
    }

    /// <summary>Counts what the process itself measured since the last look.</summary>
    public void Add(LatencyPair window)
    {
        if (window.Questions < FewestTimed || window.Slowest is not { } slowest)
            return;
        bool isSlow = slowest.Challenger > Rules.SlowRule.Most * slowest.Champion;
        _slow = isSlow ? new SlowLooks(_slow.Count + 1, slowest.Champion, slowest.Challenger) : new SlowLooks(0, default, default);
    }

    public RampFacts Facts(IReadOnlyList<RampStep> steps, DateTimeOffset now, PredictionKind predicts, RampMeter meter)
    {
        StepCustomers[] customers = [.. steps.Select(step => _steps.TryGetValue(step.Step, out var seen)
            ? new StepCustomers(step.Share, seen.Champion.Count, seen.Challenger.Count)
            : new StepCustomers(step.Share, 0, 0))];
        // Shares differ by step, so each is held against its own. What they say adds up, because nobody counts twice: who was divided by luck is divided
        // like that at every step.
        _uneven = Math.Max(_uneven, _firstSeen.Sum(seen => EvidenceOf(seen.Key, seen.Value.Champion, seen.Value.Challenger)));
        return new RampFacts
        {
            Ramp = ramp,
            Steps = steps,
            Now = now,
            Predicts = predicts,
            Answered = meter.Answered,
            Failed = meter.Failed,
            Unusable = meter.Unusable,
            Customers = customers,
            UnevenEvidence = _uneven,
            Slow = _slow,
            ChallengerScores = Stability(_challenger, _challengerScores),
            ChampionScores = Stability(_champion, _championScores),
            Losses = LossesByCustomer.Compare(_championLosses, _challengerLosses, predicts),
        };
    }

    private static double EvidenceOf(long share, long champion, long challenger) =>
        SampleRatio.LogEvidence([champion, challenger], [RampOptions.Everybody - share, share]);

    private static (ReferenceBins, long[]) Reference(double[] scores)
    {
        Array.Sort(scores);
        var bins = ReferenceBins.OfQuantiles(scores, Bins);
        return (bins, bins.CountIn(scores));
    }

    private static PopulationStability? Stability((ReferenceBins Bins, long[] Counts)? reference, Dictionary<long, double> scores) =>
        reference is { } known && known.Counts.Sum() >= Fewest && scores.Count >= Fewest
            ? PopulationStability.Of(known.Counts, known.Bins.CountIn([.. scores.Values]))
            : null;

    /// <summary>Customers on either side below which scores are not compared.</summary>
    private const int Fewest = 100;
}
