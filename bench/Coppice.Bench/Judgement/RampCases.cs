using System.Globalization;
using Coppice.Bench.Measurements;
using Coppice.Server.Deployments;
using Coppice.Server.Labels;
using Coppice.Server.Ramps;
using Coppice.Server.Ramps.Rules;
using Coppice.Server.Serving.Splits;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Bench.Judgement;

/// <summary>Versions that take over step by step: how often one that is as good as the champion is kept from it, and whether one that is not is.</summary>
internal sealed class RampCases(BenchReport report)
{
    private const int Ramps = 400;
    private const int Population = 20_000;
    private const int Asked = 1_000;
    private const int BetweenLooks = 50;
    private const int Before = 2_000;
    private const double Noise = 0.7;
    private const double MostByChance = 0.02;
    private const double Must = 0.95;

    private static readonly int[] Shares = [100, 500, 2_000, 5_000];
    private static readonly IRampRule[] Rules = [new FailsRule(), new UnusableScoresRule(), new SlowRule(), new ScoresMovedRule(), new UnevenSplitRule(), new SurelyWorseRule()];

    public void Run(CancellationToken cancellationToken)
    {
        BenchReport.Tell("ramp");
        double equal = EndedShare(new Trouble(), null, cancellationToken);
        report.Add(new BenchLine(JudgementBenchmark.Name, "ramp.equal", "stopped", "share") { Ours = equal, Equal = true, Must = MostByChance, Holds = equal <= MostByChance });
        (string Name, Trouble Trouble, string Code)[] wrong =
        [
            ("ramp.worse", new Trouble { Offset = 1 }, RampCodes.SurelyWorse),
            ("ramp.moved", new Trouble { Shift = 1.5 }, RampCodes.ScoresMoved),
            ("ramp.uneven", new Trouble { Strays = 0.2 }, RampCodes.Uneven),
        ];
        foreach (var (name, trouble, code) in wrong)
        {
            double found = EndedShare(trouble, code, cancellationToken);
            report.Add(new BenchLine(JudgementBenchmark.Name, name, "stopped", "share") { Ours = found, Equal = true, Must = Must, Holds = found >= Must });
        }
    }

    /// <summary>The share of ramps that are stopped or held, for the reason given where there is one, before the challenger answers everybody.</summary>
    private static double EndedShare(Trouble trouble, string? code, CancellationToken cancellationToken)
    {
        int ended = 0;
        for (int ramp = 0; ramp < Ramps; ramp++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ended += Play(SplitMix64.ForReplicate(29, ramp), trouble) is { } verdict && (code is null || verdict.Code == code) ? 1 : 0;
        }

        return (double)ended / Ramps;
    }

    /// <summary>What ended the ramp; null where nothing did.</summary>
    private static RampVerdict? Play(SplitMix64 random, Trouble trouble)
    {
        var (labels, scores) = new SimulatedWorld(random).Draw(Population, Noise, Noise);
        var (champion, challenger) = (scores[0], scores[1]);
        var ramp = Begin($"ramp:{random.Next()}");
        var evidence = new RampEvidence(ramp);
        evidence.SetReference(champion[..Before], challenger[..Before]);
        var steps = new List<RampStep>();
        long answer = 0;
        foreach (int share in Shares)
        {
            steps.Add(new RampStep(0, 0, steps.Count, share, DateTimeOffset.UnixEpoch, answer));
            for (int asked = 1; asked <= Asked; asked++)
            {
                int customer = (int)random.NextBelow(Population);
                bool isOurs = HashBucket.Of(ramp.Salt, customer.ToString(CultureInfo.InvariantCulture)) < share && random.NextDouble() >= trouble.Strays;
                double score = isOurs ? Logistic.Sigmoid(Logistic.LogOdds(challenger[(customer + trouble.Offset) % Population]) + trouble.Shift) : champion[customer];
                long by = isOurs ? ramp.ToId : ramp.FromId;
                evidence.Add(new RampAnswer(++answer, by, customer, 0, score), steps);
                evidence.Add(new MaturedAnswer(answer, customer, 0, labels[customer], score, by), PredictionKind.Probability);
                if (asked % BetweenLooks != 0)
                    continue;
                var verdict = RampVerdict.Of(evidence.Facts(steps, DateTimeOffset.UnixEpoch, PredictionKind.Probability, new RampMeter()), Rules);
                if (verdict.Move is RampMove.Stop or RampMove.Hold)
                    return verdict;
            }
        }

        return null;
    }

    private static Ramp Begin(string salt) => new()
    {
        ModelId = 1,
        FromId = 1,
        ToId = 2,
        DecisionId = null,
        Superior = 1,
        Actor = "coppice",
        Reason = "better",
        Salt = salt,
        Shares = $"[{string.Join(',', Shares)}]",
        EveryHours = 24,
        Customers = Asked,
        StartedAt = DateTimeOffset.UnixEpoch,
        FirstPrediction = 0,
        FirstLabel = 0,
        State = RampStates.Running,
    };

    /// <summary>What is wrong with the challenger; nothing where all is as it is here.</summary>
    private sealed record Trouble
    {
        /// <summary>Customers get the score of the one so many places further on, as where inputs are joined to the wrong rows.</summary>
        public int Offset { get; init; }

        /// <summary>Of its log-odds, as where an input comes in otherwise than when it was judged.</summary>
        public double Shift { get; init; }

        /// <summary>Its customers who are answered by the champion all the same.</summary>
        public double Strays { get; init; }
    }
}
