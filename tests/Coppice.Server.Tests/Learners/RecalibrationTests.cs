using Coppice.Server.Learners;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Learners.LearnerScene;

namespace Coppice.Server.Tests.Learners;

/// <summary>The cheap updates of a repair.</summary>
public sealed class RecalibrationTests
{
    [Fact]
    public void Answers_follow_a_change_of_level_and_the_trees_stay()
    {
        var parent = Fit(Recipe.Fast, Effects(800, seed: 1));
        var unseen = Effects(800, seed: 2);
        var changed = unseen with { Labels = [.. unseen.Labels.Select((y, i) => i % 3 == 0 ? 1f : y)] };

        var recalibrated = Recalibration.Of(changed, parent);

        Assert.Same(parent.Model, recalibrated.Model);
        Assert.Same(parent.Core, recalibrated.Core);
        Assert.Equal((parent.Trees, parent.StructuralRows), (recalibrated.Trees, recalibrated.StructuralRows));
        double share = changed.Labels.Average();
        Assert.InRange(Math.Abs(MeanAnswer(parent, changed) - share), 0.1, 1);
        Assert.InRange(Math.Abs(MeanAnswer(recalibrated, changed) - share), 0, 0.005);
    }

    [Fact]
    public void The_total_of_amounts_follows_too()
    {
        var parent = Fit(Recipe.Fast, Amounts(Effects(600, seed: 3)));
        var unseen = Amounts(Effects(600, seed: 4));
        var changed = unseen with { Labels = [.. unseen.Labels.Select(y => y * 1.5f)] };

        var recalibrated = Recalibration.Of(changed, parent);

        Assert.Same(parent.Model, recalibrated.Model);
        Assert.Equal(changed.Labels.Average(), MeanAnswer(recalibrated, changed), 0.01);
        Assert.NotNull(recalibrated.Calibration.Intervals);
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("elite")]
    public void Moving_leaves_alone_adds_no_tree(string recipe)
    {
        var parent = Fit(Recipe.BuiltIn.First(r => r.Name == recipe), Both(500, seed: 5));
        var data = Both(700, seed: 6);

        var moved = Update(parent, data, IncrementalMethod.Refresh, trees: 0, firstNew: 300);

        Assert.Equal(parent.Trees, moved.Trees);
        Assert.NotEqual(Margins(parent.Model, data), Margins(moved.Model, data));
        Assert.Equal(parent.Trees + 5, Update(parent, data, IncrementalMethod.Refresh, trees: 5, firstNew: 300).Trees);
    }

    [Fact]
    public void Forgetting_four_times_as_fast_is_what_a_quarter_of_the_half_life_does()
    {
        var parent = Fit(Recipe.Fast, Both(500, seed: 7));
        var data = Both(600, seed: 8);
        int[] news = [.. Enumerable.Range(200, 400)];

        double[] Updated(long structuralRows, double fading) => Array.ConvertAll(
            Margins(
                ILearner.For(parent.Recipe).FitIncremental(
                    data, parent with { StructuralRows = structuralRows }, new IncrementalUpdate(IncrementalMethod.Refresh, 0, news) { Fading = fading }, Context()).Model,
                data),
            margin => (double)margin);

        Assert.Equal(Updated(4_000, 1), Updated(16_000, 4));
        Assert.NotEqual(Updated(16_000, 1), Updated(16_000, 4));
    }

    private static double MeanAnswer(FittedModel fitted, TrainingData data) =>
        Margins(fitted.Model, data).Average(margin => fitted.Calibration.Apply(margin));
}
