using Coppice.Server.Evaluation;
using Coppice.Server.Features;
using Coppice.Server.Gates;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

public sealed class SegmentsGateTests
{
    private const int Rows = 4_000;
    private const int Few = 400;

    [Fact]
    public void A_segment_that_surely_falls_stops_a_challenger_that_is_better_for_all_others()
    {
        // The challenger knows more of nine tenths of the customers and nothing any more of the rest.
        var facts = Measure(rest: 0);
        var verdict = Gate().Judge(facts);

        Assert.True(facts.AgainstChampion!.LowerBound > 0);
        Assert.Equal((GateOutcome.Failed, DecisionReasons.Segment), (verdict.Outcome, verdict.Reason));
        Assert.Contains("country = b, 400 rows, worse by", verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(DecisionReasons.Segment, DecisionRule.Of(Options).Decide(facts).Reason);
    }

    [Fact]
    public void A_challenger_that_is_better_for_everyone_passes()
    {
        var verdict = Gate().Judge(Measure(rest: 1));

        Assert.Equal(GateOutcome.Passed, verdict.Outcome);
        Assert.Contains("None of 2 segments surely falls", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_that_are_equally_good_raise_no_more_alarms_than_one()
    {
        int alarms = 0;
        for (int i = 0; i < 200; i++)
        {
            var random = SplitMix64.ForReplicate(9, i);
            double[] labels = new double[2_000];
            double[] champion = new double[2_000];
            double[] challenger = new double[2_000];
            for (int row = 0; row < labels.Length; row++)
            {
                double truth = Distributions.NormalQuantile(Math.Max(random.NextDouble(), 1e-12));
                labels[row] = random.NextDouble() < Logistic.Sigmoid(truth) ? 1 : 0;
                champion[row] = Logistic.Sigmoid(truth + (0.3 * Distributions.NormalQuantile(Math.Max(random.NextDouble(), 1e-12))));
                challenger[row] = Logistic.Sigmoid(truth + (0.3 * Distributions.NormalQuantile(Math.Max(random.NextDouble(), 1e-12))));
            }

            Segment[] segments = [.. Enumerable.Range(0, 10).Select(s => new Segment($"{s}", [.. Enumerable.Range(0, 2_000).Where(row => row % 10 == s)]))];
            var rows = new LabelledRows(labels, [.. Enumerable.Range(0, 2_000).Select(row => (long)row)]);
            var compared = SegmentComparison.Of(segments, rows, champion, challenger, MetricNames.LogLoss, mostFall: 0);
            alarms += compared.Any(c => c.Harm <= 0.05) ? 1 : 0;
        }

        // One in twenty is 10; five errors of a share of one in twenty are 15 more.
        Assert.InRange(alarms, 0, 25);
    }

    [Fact]
    public void Small_segments_and_segments_of_one_label_are_not_looked_at()
    {
        double[] labels = [.. Enumerable.Range(0, 400).Select(row => row % 2 == 0 && row < 200 ? 1.0 : 0)];
        double[] scores = [.. labels.Select((_, row) => 0.3 + (0.001 * row))];
        Segment[] segments = [new("all", [.. Enumerable.Range(0, 400)]), new("few", [.. Enumerable.Range(0, 99)]), new("one label", [.. Enumerable.Range(200, 200)])];

        var compared = SegmentComparison.Of(
            segments, new LabelledRows(labels, [.. Enumerable.Range(0, 400).Select(row => (long)row)]), scores, [.. scores.Select(s => s + 0.01)], MetricNames.LogLoss, 0.05);

        Assert.Equal(["all"], compared.Select(c => c.Name));
    }

    [Fact]
    public void It_does_not_apply_without_a_champion_or_without_segments()
    {
        Assert.Equal(GateOutcome.NotApplicable, Gate().Judge(SomeFacts.First).Outcome);
        Assert.Equal(GateOutcome.NotApplicable, Gate().Judge(SomeFacts.Better).Outcome);
    }

    [Fact]
    public void The_values_of_a_category_are_segments_and_so_is_the_second_of_two()
    {
        var pipeline = new FeaturePipeline(InputPlan.Nothing, [new NumberEncoder("age"), new CategoryEncoder("profile.sex", ["f", "m"]), new CategoryEncoder("tariff", ["s", "m", "l"])], []);
        var table = new InputTable(4);
        string?[] sexes = ["f", "m", "m", null];
        string[] tariffs = ["l", "m", "odd", "l"];
        for (int row = 0; row < 4; row++)
        {
            table["age"].SetNumber(row, row);
            if (sexes[row] is { } sex)
                table["profile.sex"].SetWord(row, sex);
            table["tariff"].SetWord(row, tariffs[row]);
        }

        var segments = BlockSegments.Of(pipeline, pipeline.Transform(table, new long[4]));

        Assert.Equal(["profile sex = f: 0", "profile sex = m: 1,2", "tariff = s: ", "tariff = m: 1", "tariff = l: 0,3"], segments.Select(s => $"{s.Name}: {string.Join(',', s.Rows)}"));
    }

    private static GateOptions Options { get; } = GateOptions.Strict with { MaxSegmentDrop = 0.05 };

    private static SegmentsGate Gate() => new(Options);

    private static JudgementFacts Measure(double rest)
    {
        var random = new SplitMix64(3);
        double[] labels = new double[Rows];
        double[] champion = new double[Rows];
        double[] challenger = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            double truth = row % 2 == 0 ? 1.2 : -1.2;
            labels[row] = random.NextDouble() < Logistic.Sigmoid(truth) ? 1 : 0;
            champion[row] = Logistic.Sigmoid(0.4 * truth);
            challenger[row] = Logistic.Sigmoid(row < Few ? rest * truth : truth);
        }

        int[] few = [.. Enumerable.Range(0, Few)];
        var block = new JudgementRows
        {
            Kind = PredictionKind.Probability,
            Labels = labels,
            Customers = [.. Enumerable.Range(0, Rows).Select(row => (long)row)],
            ChampionScores = champion,
            ChallengerScores = challenger,
            TrainingMean = 0.5,
            Segments = [new Segment("country = a", [.. Enumerable.Range(Few, Rows - Few)]), new Segment("country = b", few)],
        };
        return JudgementFacts.Measure(block, Options);
    }
}
