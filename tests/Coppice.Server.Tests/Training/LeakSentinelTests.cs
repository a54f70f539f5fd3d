using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Training;

public class LeakSentinelTests
{
    private static readonly Func<float, double, float> Outcome = (label, noise) => label + (float)(0.1 * noise);
    private static readonly Func<float, double, float> Reversed = (label, noise) => (float)(0.1 * noise) - label;
    private static readonly Func<float, double, float> FilledInAfterwards = (label, noise) => label == 1 ? (float)noise : float.NaN;
    private static readonly Func<float, double, float> Honest = (label, noise) => label + (2 * (float)noise);

    public static TheoryData<string> Leaks => ["outcome", "reversed", "filled in afterwards"];

    [Theory]
    [MemberData(nameof(Leaks))]
    public void A_column_that_gives_the_answer_away_is_named(string leak)
    {
        var column = leak switch { "outcome" => Outcome, "reversed" => Reversed, _ => FilledInAfterwards };

        string? found = LeakSentinel.Find(Data(400, column));

        Assert.NotNull(found);
        Assert.StartsWith("refund alone", found, StringComparison.Ordinal);
        Assert.Contains("exclude", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strong_but_honest_column_passes() => Assert.Null(LeakSentinel.Find(Data(400, Honest)));

    [Fact]
    public void A_handful_of_rows_and_amounts_are_not_suspected()
    {
        Assert.Null(LeakSentinel.Find(Data(100, Outcome)));
        Assert.Null(LeakSentinel.Find(Data(400, Outcome) with { Predicts = PredictionKind.Amount }));
    }

    private static TrainingData Data(int rows, Func<float, double, float> column)
    {
        var random = new SplitMix64(5);
        float[] labels = new float[rows];
        float[] values = new float[rows * 2];
        for (int i = 0; i < rows; i++)
        {
            labels[i] = random.NextBelow(3) == 0 ? 1 : 0;
            values[2 * i] = (float)random.NextDouble();
            values[(2 * i) + 1] = column(labels[i], random.NextDouble());
        }

        return new TrainingData(
            PredictionKind.Probability,
            new FeatureMatrix(["usage", "refund"], values, rows),
            labels,
            [.. Enumerable.Repeat(1f, rows)],
            new long[rows],
            new long[rows],
            new long[rows]);
    }
}
