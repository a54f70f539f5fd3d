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
        var partly = Judge(Compare(0, 1.2, 1.2, worldSince: new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(GateOutcome.Passed, partly.Outcome);
        Assert.Contains("In none of 2 quarters", partly.Sentence, StringComparison.Ordinal);
        Assert.Contains(" 1 quarter before the world changed does not count: 2025 Q1", partly.Sentence, StringComparison.Ordinal);
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
        var random = new SplitMix64(5);
        var labels = new List<Label>();
        var champion = new List<double>();
        var challenger = new List<double>();
        for (int i = 0; i < 3 * EraRows; i++)
        {
            double truth = i % 2 == 0 ? 1.2 : -1.2;
            labels.Add(SomeLabels.At(i + 1, 0, random.NextDouble() < Logistic.Sigmoid(truth) ? 1 : 0));
            champion.Add(Logistic.Sigmoid(0.8 * truth));
            challenger.Add(Logistic.Sigmoid(0.8 * knows[i / EraRows] * truth));
        }

        (Era, int[])[] eras = [.. Enumerable.Range(0, 3).Select(quarter => (Era.Of(new DateTimeOffset(2025, (quarter * 3) + 2, 1, 0, 0, 0, TimeSpan.Zero), worldSince), Enumerable.Range(quarter * EraRows, EraRows).ToArray()))];
        return new PastRows(new PastLabels(labels, eras), [.. champion], [.. challenger]).Compare(PredictionKind.Probability, GateOptions.Strict with { MaxForgotten = mostFall });
    }
}
