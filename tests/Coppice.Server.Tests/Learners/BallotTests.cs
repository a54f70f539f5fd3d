using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Learners;

public sealed class BallotTests
{
    private const int Rows = 5_000;

    [Fact]
    public void Who_knows_the_truth_gets_the_vote_and_who_knows_nothing_gets_none()
    {
        var (truth, data) = Scene(seed: 1);
        double[] noise = Noise(seed: 2);

        Assert.Equal([1, 0], Ballot.Count([truth, noise], data, MarginLoss.For(PredictionKind.Probability, 1.5), least: 0.1));
    }

    [Fact]
    public void Two_who_err_independently_are_heard_alike()
    {
        var (truth, data) = Scene(seed: 1);
        double[][] members = [Blurred(truth, Noise(seed: 2)), Blurred(truth, Noise(seed: 3)), Noise(seed: 4)];

        double[] weights = Ballot.Count(members, data, MarginLoss.For(PredictionKind.Probability, 1.5), least: 0.1);

        Assert.Equal(0.5, weights[0], 0.1);
        Assert.Equal(0, weights[2]);
        Assert.Equal(1, weights.Sum(), 9);
    }

    [Fact]
    public void Few_rows_move_the_even_vote_less_than_half_as_far_as_all()
    {
        var (truth, data) = Scene(seed: 1);
        double[] blurred = Blurred(truth, Noise(seed: 2));
        var loss = MarginLoss.For(PredictionKind.Probability, 1.5);

        double[] few = Ballot.Count([truth[..10], blurred[..10]], data.Take([.. Enumerable.Range(0, 10)]), loss, least: 0);
        double[] all = Ballot.Count([truth, blurred], data, loss, least: 0);

        Assert.InRange(Math.Abs(few[0] - 0.5), 0, Math.Abs(all[0] - 0.5) / 2);
    }

    [Fact]
    public void The_weights_cost_no_more_than_any_others()
    {
        var (truth, data) = Scene(seed: 5);
        var loss = MarginLoss.For(PredictionKind.Probability, 1.5);
        double[][] members = [Blurred(truth, Noise(seed: 6)), [.. truth.Select(t => 0.4 * t)], Noise(seed: 7)];
        double[] found = Ballot.Count(members, data, loss, least: 0);

        double least = double.PositiveInfinity;
        for (int a = 0; a <= 50; a++)
        {
            for (int b = 0; a + b <= 50; b++)
                least = Math.Min(least, Cost([a / 50.0, b / 50.0, (50 - a - b) / 50.0]));
        }

        Assert.InRange(Cost(found), 0, least + 1e-3);

        double Cost(double[] weights) => Enumerable.Range(0, Rows).Average(row => loss.Of(members.Zip(weights, (m, w) => w * m[row]).Sum(), data.Labels[row]));
    }

    private static (double[] Truth, TrainingData Data) Scene(ulong seed)
    {
        var random = new SplitMix64(seed);
        double[] truth = [.. Enumerable.Range(0, Rows).Select(_ => (4 * random.NextDouble()) - 2)];
        float[] labels = [.. truth.Select(t => random.NextDouble() < 1 / (1 + Math.Exp(-t)) ? 1f : 0)];
        return (truth, LearnerScene.Data(new float[Rows], labels, 1));
    }

    private static double[] Noise(ulong seed)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, Rows).Select(_ => (4 * random.NextDouble()) - 2)];
    }

    private static double[] Blurred(double[] truth, double[] noise) => [.. truth.Zip(noise, (t, n) => t + (0.7 * n))];
}
