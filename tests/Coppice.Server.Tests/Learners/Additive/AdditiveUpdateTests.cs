using Coppice.Server.Learners;
using Coppice.Server.Learners.Additive;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Learners.Additive;

public sealed class AdditiveUpdateTests
{
    [Fact]
    public void It_stands_where_new_rows_old_evidence_and_the_pull_are_in_balance()
    {
        const double Kept = 0.75;
        const double Strength = 3;
        var rows = Flags(500, seed: 5);
        var parent = Fit(rows.Take([.. Enumerable.Range(0, 400)]), Strength);
        var news = rows.Take([.. Enumerable.Range(400, 100)]);
        int width = parent.Cuts.Length;

        var updated = AdditiveUpdate.Of(parent, news, Loss, Kept, TestContext.Current.CancellationToken);

        // Plain gradient descent: each coefficient is held at its parent's by the evidence kept of it, and by the pull.
        double[] held = [.. Coefficients(parent), AtUsual(parent)];
        double[] weights = [.. held];
        double[] firmness = [.. parent.Covers.Select(c => (Kept * c[1]) + Strength), Kept * parent.Covers[0].Sum()];
        for (int step = 0; step < 20_000; step++)
        {
            double[] slopes = [.. weights.Select((w, i) => firmness[i] * (w - held[i]))];
            for (int row = 0; row < news.Rows; row++)
            {
                float[] inputs = news.Features.Row(row).ToArray();
                double margin = weights[width] + Enumerable.Range(0, width).Sum(i => float.IsNaN(inputs[parent.Cuts[i].Feature]) ? 0 : weights[i]);
                double slope = news.Weights[row] * ((1 / (1 + Math.Exp(-margin))) - news.Labels[row]);
                slopes[width] += slope;
                for (int i = 0; i < width; i++)
                    slopes[i] += float.IsNaN(inputs[parent.Cuts[i].Feature]) ? 0 : slope;
            }

            for (int i = 0; i <= width; i++)
                weights[i] -= 0.005 * slopes[i];
        }

        double[] found = [.. Coefficients(updated), AtUsual(updated)];
        Assert.NotEqual(held, found);
        for (int i = 0; i <= width; i++)
            Assert.Equal(weights[i], found[i], 1e-3);
    }

    [Fact]
    public void Evidence_fades_and_new_rows_add_theirs()
    {
        var rows = Flags(500, seed: 6);
        var parent = Fit(rows.Take([.. Enumerable.Range(0, 400)]), strength: 1);

        var updated = AdditiveUpdate.Of(parent, rows.Take([.. Enumerable.Range(400, 100)]), Loss, kept: 0.5, TestContext.Current.CancellationToken);

        // The curvature of a row is at most a quarter of its weight.
        double added = updated.Covers[0].Sum() - (0.5 * parent.Covers[0].Sum());
        Assert.InRange(added, 10, 0.25 * rows.Weights[400..].Sum());
    }

    [Fact]
    public void Without_new_rows_nothing_changes()
    {
        var rows = Flags(400, seed: 7);
        var parent = Fit(rows, strength: 1);

        Assert.Same(parent, AdditiveUpdate.Of(parent, rows.Take([]), Loss, kept: 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Many_small_updates_come_close_to_one_fit_of_all_rows()
    {
        const double Strength = 4;
        var rows = LearnerScene.Effects(3_000, seed: 1);
        var unseen = LearnerScene.Effects(6_000, seed: 2);
        var parent = Fit(rows.Take([.. Enumerable.Range(0, 600)]), Strength);

        var updated = parent;
        for (int first = 600; first < 3_000; first += 20)
            updated = AdditiveUpdate.Of(updated, rows.Take([.. Enumerable.Range(first, 20)]), Loss, kept: 1, TestContext.Current.CancellationToken);

        double gained = LossOf(parent, unseen) - LossOf(Fit(rows, Strength), unseen);
        Assert.True(gained > 0.02, $"{gained}");
        Assert.InRange(LossOf(parent, unseen) - LossOf(updated, unseen), 0.8 * gained, 1.2 * gained);
    }

    private static MarginLoss Loss => MarginLoss.For(PredictionKind.Probability, 1.5);

    /// <summary>What having each flag adds.</summary>
    private static IEnumerable<double> Coefficients(AdditiveModel model) => model.Values.Select(v => v[1] - v[0]);

    /// <summary>The margin of a row without a flag.</summary>
    private static double AtUsual(AdditiveModel model) => model.Intercept + model.Values.Sum(v => v[0]);

    private static double LossOf(AdditiveModel model, TrainingData data) =>
        model.Margins(data.Features).Select((margin, row) => Loss.Of(margin, data.Labels[row])).Average();

    private static AdditiveModel Fit(TrainingData data, double strength)
    {
        var table = new LevelTable(data.Features, LevelCuts.Of(data.Features, new AdditiveRecipe()));
        var fit = new AdditiveFit(table, data.Labels, Loss, tolerance: 1e-12);
        double[] levels = new double[table.Size];
        fit.Fit(levels, data.Weights, strength, prior: null, TestContext.Current.CancellationToken);
        return AdditiveModel.Of(strength, table, levels, fit.Curvatures);
    }

    private static TrainingData Flags(int rows, ulong seed)
    {
        const int Width = 4;
        var random = new SplitMix64(seed);
        float[] values = [.. Enumerable.Range(0, rows * Width).Select(_ => random.NextDouble() < 0.3 ? 1 : float.NaN)];
        float[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.4 ? 1f : 0)];
        return LearnerScene.Data(values, labels, Width) with { Weights = [.. Enumerable.Range(0, rows).Select(i => 0.5f + (i % 3))] };
    }
}
