using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

public sealed class PastErasGateTests
{
    private const int EraRows = 800;

    [Fact]
    public void An_era_that_is_surely_forgotten_rejects_and_is_named()
    {
        // Better on two quarters of three; of the last one it knows nothing any more.
        var eras = Compare(1.3, 1.3, 0);
        var verdict = Judge(eras);

        Assert.Equal((GateOutcome.Failed, DecisionReasons.Forgotten), (verdict.Outcome, verdict.Reason));
        Assert.Matches(@"^Forgot what the champion knows of the past, surely more than 5\.0 ?%: 2025 Q3, 800 rows, worse by \d", verdict.Sentence);
        Assert.DoesNotContain("Q1", verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(DecisionReasons.Forgotten, DecisionRule.Of(GateOptions.Strict).Decide(SomeFacts.Better with { Eras = eras }).Reason);
        Assert.Equal(GateOutcome.Passed, new PastErasGate(GateOptions.Strict with { MaxForgotten = 10 }).Judge(SomeFacts.Better with { Eras = Compare(1.3, 1.3, 0, mostFall: 10) }).Outcome);
    }

    [Fact]
    public void A_version_that_remembers_passes_and_the_weakest_quarter_is_named()
    {
        var verdict = Judge(Compare(1.3, 1.1, 1.3));

        Assert.Equal(GateOutcome.Passed, verdict.Outcome);
        Assert.StartsWith("In none of 3 quarters of the past surely worse by more than 5.0", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_before_a_confirmed_drift_is_reported_and_rejects_nobody()
    {
        // The third quarter begins before the drift and so is partly of the world that is gone.
        var eras = Compare(0, 0, 0, worldSince: new DateTimeOffset(2025, 8, 1, 0, 0, 0, TimeSpan.Zero));
        var verdict = Judge(eras);

        Assert.All(eras, era => Assert.Null(era.Harm));
        Assert.Equal(GateOutcome.NotApplicable, verdict.Outcome);
        Assert.StartsWith("3 quarters before the world changed do not count: 2025 Q1, 800 rows, worse by", verdict.Sentence, StringComparison.Ordinal);
        var sinceApril = Compare(0, 1.2, 1.2, worldSince: new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var partly = Judge(sinceApril);
        Assert.Equal(GateOutcome.Passed, partly.Outcome);
        Assert.Contains("In none of 2 quarters", partly.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Not in the one quarter of the past surely worse", Judge([sinceApril[2]]).Sentence, StringComparison.Ordinal);
        Assert.Contains(" 1 quarter before the world changed does not count: 2025 Q1", partly.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_of_an_era_that_is_surely_forgotten_rejects_although_the_era_as_a_whole_is_better()
    {
        // A fifth of each quarter are FR; of those of the second quarter the challenger knows nothing any more.
        var eras = Split((era, segment) => (era, segment) == (1, 0) ? 0 : 1.3);
        var verdict = Judge(eras);

        Assert.All(eras, era => Assert.True(era.Compared.Improvement > 0 || era.Harm > 0.5));
        Assert.Equal((GateOutcome.Failed, DecisionReasons.Forgotten, 0.1), (verdict.Outcome, verdict.Reason, verdict.Bound));
        Assert.Matches(@"surely more than 5\.0 ?% \(a segment by 10\.0 ?%\): 2025 Q2, country = S0, 160 rows, worse by [\d.]+ ?% ±[\d.]+ ?% \(p [\d.a-z ]+\)\.$", verdict.Sentence);
        Assert.InRange(verdict.Measured!.Value, 0.1, 1);
        string passed = Judge(Split((_, _) => 1.3)).Sentence;
        Assert.StartsWith("In none of 3 quarters of the past and 15 segments within surely worse by more than 5.0", passed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_decision_keeps_what_was_measured_of_each_segment_of_an_era()
    {
        var era = EraWords.Describe(Split((era, segment) => (era, segment) == (1, 0) ? 0 : 1.3)[1]);
        var segment = era.Segments.Single(segment => segment.Segment == "country = S0");

        Assert.Equal((160, MetricNames.LogLoss), (segment.Rows, segment.Compared.Metric));
        Assert.True(segment.PValue < 0.05 && segment.Compared.Improvement < -segment.Compared.HalfWidth);
        var read = JsonSerializer.Deserialize<EraResponse>(JsonSerializer.Serialize(era, CoppiceJson.Options), CoppiceJson.Options)!;
        Assert.Equal(era.Segments, read.Segments);
        // As decisions older than segments were stored.
        Assert.Empty(JsonSerializer.Deserialize<EraResponse>("""{"era":"2025 Q1","rows":1,"positives":1,"compared":{"metric":"auc"},"counts":true}""", CoppiceJson.Options)!.Segments);
    }

    [Fact]
    public void Segments_of_an_era_that_no_longer_counts_reject_nobody_and_small_ones_are_not_looked_at()
    {
        var eras = Split((_, _) => 0, worldSince: new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.All(eras[0].Segments, segment => Assert.Null(segment.Harm));
        Assert.DoesNotContain("Q1, country", Judge(eras).Sentence, StringComparison.Ordinal);
        Assert.All(eras.Skip(1).SelectMany(era => era.Segments), segment => Assert.NotNull(segment.Harm));
        Assert.All(Split((_, _) => 1, segments: 10), era => Assert.Empty(era.Segments));
        // One value for all customers: the era says it already.
        Assert.All(Split((_, _) => 1, segments: 1), era => Assert.Empty(era.Segments));
    }

    [Fact]
    public void Many_segments_that_fall_as_far_as_is_allowed_reject_no_more_often_than_one()
    {
        // Of every quarter half the segments fall by just what a segment may, and so the quarter by what a quarter may.
        const int decisions = 150;
        double worst = Overdone(Logistic.Sigmoid(1.2), 0.1);
        int rejected = Enumerable.Range(0, decisions).Count(seed =>
            Judge(Split((_, segment) => segment % 2 == 0 ? worst : 1, segments: 4, seed: (ulong)seed, softness: 1)).Outcome == GateOutcome.Failed);

        // 5 % are 7.5 with an error of 2.7.
        Assert.InRange(rejected, 0, 15);
    }

    [Fact]
    public void Where_nothing_tells_customers_apart_eras_are_held_to_what_they_were_before()
    {
        var alone = Compare(1.3, 1.1, 0.7);
        var split = Split((era, _) => era switch { 0 => 1.3, 1 => 1.1, _ => 0.7 });

        Assert.Equal(alone.Select(era => era.Compared), split.Select(era => era.Compared));
        Assert.Equal(alone.Select(era => Math.Min(1, 2 * era.Harm!.Value)), split.Select(era => era.Harm!.Value));
    }

    [Fact]
    public void It_does_not_apply_without_a_champion_or_without_a_past()
    {
        Assert.Equal(GateOutcome.NotApplicable, Judge([]).Outcome);
        Assert.Equal(GateOutcome.NotApplicable, new PastErasGate(GateOptions.Strict).Judge(SomeFacts.First).Outcome);
    }

    [Fact]
    public void Rows_of_the_past_are_of_reserved_customers_in_nobodys_lineage_and_older_than_the_block()
    {
        // 2,000 customers with three rows a quarter for two and a half years: days 0 to 910 of 2026 to 2028.
        Label[] matured = [.. Enumerable.Range(0, 60_000).Select(i => SomeLabels.At(i + 1, i / 60_000.0 * 910, i % 3 == 0 ? 1 : 0, customer: i % 2_000))];
        Label[] block = [.. matured.Where(label => label.AsOf >= Workspace.At(880))];
        Label[] reserved = [.. matured.Where(label => ReservedCustomers.Contains(label.CustomerId, 0.05))];
        var seen = Lineage.Of(reserved.Where(label => label.AsOf < Workspace.At(91)).Select(label => label.Id));

        var past = PastLabels.Pick(matured, block, PredictionKind.Probability, 0.05, [Lineage.Empty, seen], null);

        Assert.Equal(["2026 Q3", "2026 Q4", "2027 Q1", "2027 Q2", "2027 Q3", "2027 Q4", "2028 Q1", "2028 Q2"], past.Eras.Select(era => era.Era.Name));
        Assert.All(past.Rows, label => Assert.True(ReservedCustomers.Contains(label.CustomerId, 0.05) && label.AsOf < Workspace.At(880)));
        Assert.All(past.Eras, era => Assert.All(era.Rows, row => Assert.Equal(era.Era.Name, Era.Of(Workspace.Day((past.Rows[row].AsOf - Workspace.At(0)) / 86_400e6), null).Name)));
        Assert.Equal(past.Rows.Count, past.Eras.Sum(era => era.Rows.Length));
        Assert.Equal(reserved.Count(label => label.AsOf >= Workspace.At(181) && label.AsOf < Workspace.At(880)), past.Rows.Count);
        Assert.Empty(PastLabels.Pick(matured, block, PredictionKind.Probability, 0, [], null).Rows);
        Assert.Empty(PastLabels.Pick([.. matured.TakeLast(9_999)], block, PredictionKind.Probability, 0.05, [], null).Rows);
        Assert.Empty(PastLabels.Pick([.. matured.Select(label => label with { Value = 1 })], block, PredictionKind.Probability, 0.05, [], null).Rows);
        Assert.Equal(past.Rows.Count, PastLabels.Pick([.. matured.Select(label => label with { Value = 1 })], block, PredictionKind.Amount, 0.05, [seen], null).Rows.Count);
    }

    [Fact]
    public void Of_a_large_era_the_same_2000_rows_are_chosen_however_labels_are_laid_out()
    {
        Label[] matured = [.. Enumerable.Range(0, 60_000).Select(i => SomeLabels.At(i + 1, 1 + (i / 1_000), i % 3 == 0 ? 1 : 0, customer: i % 6_000))];
        Label[] block = [SomeLabels.At(99_999, 80)];

        var past = PastLabels.Pick(matured, block, PredictionKind.Probability, 0.05, [], null);
        var shorter = PastLabels.Pick([.. matured.Where(label => label.Id % 2 == 0)], block, PredictionKind.Probability, 0.05, [], null);

        Assert.Equal(2_000, past.Rows.Count);
        Assert.Empty(past.Rows.Select(label => label.Id).Where(id => id % 2 == 0).Except(shorter.Rows.Select(label => label.Id)));
    }

    [Fact]
    public void Reserved_customers_are_not_learnt_from_once_there_are_labels_enough()
    {
        Label[] matured = [.. Enumerable.Range(0, 20_000).Select(i => SomeLabels.At(i + 1, i, customer: i % 4_000))];

        var learnt = ReservedCustomers.Without(matured, matured, 0.05);

        Assert.DoesNotContain(learnt, label => ReservedCustomers.Contains(label.CustomerId, 0.05));
        // A twentieth of 4,000 is 200 with an error of 14; five rows each.
        Assert.InRange((matured.Length - learnt.Count) / 5, 130, 270);
        Assert.Equal(9_999, ReservedCustomers.Without([.. matured.Take(9_999)], [.. matured.Take(9_999)], 0.05).Count);
        Assert.Same(matured, ReservedCustomers.Without(matured, matured, 0));
        Label[] guesses = [.. matured.Select(label => label with { Source = LabelSource.Synthetic })];
        Assert.Same(guesses, ReservedCustomers.Without(guesses, guesses, 0.05));
        // The bucket of methods 6.3, so that any release reserves the same customers.
        Assert.Equal(HashBucket.Of("holdout-v1", "17") < 500, ReservedCustomers.Contains(17, 0.05));
    }

    private static GateVerdict Judge(IReadOnlyList<EraComparison> eras) => new PastErasGate(GateOptions.Strict).Judge(SomeFacts.Better with { Eras = eras });

    /// <summary>Three quarters of 2025; by how much of the truth the challenger knows in each, where the champion knows all of it but says it too softly.</summary>
    private static IReadOnlyList<EraComparison> Compare(double first, double second, double third, DateTimeOffset? worldSince = null, double mostFall = 0.05)
    {
        double[] knows = [first, second, third];
        return Past((era, _) => knows[era], worldSince, 5, 5, 0.8).Compare(PredictionKind.Probability, GateOptions.Strict with { MaxForgotten = mostFall });
    }

    /// <summary>The same with segments of equal size.</summary>
    private static IReadOnlyList<EraComparison> Split(
        Func<int, int, double> knows, DateTimeOffset? worldSince = null, int segments = 5, ulong seed = 5, double softness = 0.8)
    {
        var past = Past(knows, worldSince, segments, seed, softness);
        var split = Enumerable.Range(0, segments).Select(s => new Segment($"country = S{s}", [.. Enumerable.Range(0, 3 * EraRows).Where(row => row / 2 % segments == s)]));
        return (past with { Segments = [.. split] }).Compare(PredictionKind.Probability, GateOptions.Strict);
    }

    private static PastRows Past(Func<int, int, double> knows, DateTimeOffset? worldSince, int segments, ulong seed, double softness)
    {
        var random = new SplitMix64(seed);
        var labels = new List<Label>();
        var champion = new List<double>();
        var challenger = new List<double>();
        for (int i = 0; i < 3 * EraRows; i++)
        {
            double truth = i % 2 == 0 ? 1.2 : -1.2;
            labels.Add(SomeLabels.At(i + 1, 0, random.NextDouble() < Logistic.Sigmoid(truth) ? 1 : 0));
            champion.Add(Logistic.Sigmoid(softness * truth));
            challenger.Add(Logistic.Sigmoid(softness * knows(i / EraRows, i / 2 % segments) * truth));
        }

        (Era, int[])[] eras = [.. Enumerable.Range(0, 3).Select(quarter => (Era.Of(new DateTimeOffset(2025, (quarter * 3) + 2, 1, 0, 0, 0, TimeSpan.Zero), worldSince), Enumerable.Range(quarter * EraRows, EraRows).ToArray()))];
        return new PastRows(new PastLabels(labels, eras), [.. champion], [.. challenger]);
    }

    /// <summary>How much too loudly the truth must be said for the expected log-loss to rise by a share.</summary>
    private static double Overdone(double chance, double share)
    {
        double logit = Math.Log(chance / (1 - chance));
        double Loss(double scale) => (-chance * Math.Log(Logistic.Sigmoid(scale * logit))) - ((1 - chance) * Math.Log(1 - Logistic.Sigmoid(scale * logit)));
        double scale = 1;
        while (Loss(scale) < Loss(1) * (1 + share))
            scale += 0.001;
        return scale;
    }
}
