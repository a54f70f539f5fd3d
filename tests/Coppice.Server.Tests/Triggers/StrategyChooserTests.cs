using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Learners;
using Coppice.Server.Models;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Triggers;

public class StrategyChooserTests
{
    private const int Seen = 1_000;

    [Theory]
    [InlineData(Strategies.Auto)]
    [InlineData(Strategies.Incremental)]
    [InlineData(Strategies.Refresh)]
    [InlineData(Strategies.Full)]
    public void Without_a_champion_there_is_nothing_to_update(string asked)
    {
        var choice = Choose(asked, Stand() with { Champion = null }, news: 300);

        Assert.Equal((Strategies.Full, Seen + 300), (choice.Strategy, choice.Rows.Count));
    }

    [Fact]
    public void A_baseline_is_always_made_anew() =>
        Assert.Equal(Strategies.Full, Choose(Strategies.Auto, Stand(), news: 300, model: SomeModel.Purchase with { Recipe = Recipe.Baseline }).Strategy);

    [Theory]
    [InlineData(200, Strategies.Refresh)]
    [InlineData(999, Strategies.Refresh)]
    [InlineData(1_000, Strategies.Full)]
    public void Auto_updates_when_news_are_many_but_not_as_many_as_the_structure_was_made_from(int news, string expected) =>
        Assert.Equal(expected, Choose(Strategies.Auto, Stand(), news).Strategy);

    [Fact]
    public void Auto_waits_for_enough_news_and_enough_positives_among_them()
    {
        Assert.StartsWith("purchase waits: 199 labels that 1.0 has not seen", Choose(Strategies.Auto, Stand(), news: 199).Waits);
        Assert.NotNull(Choose(Strategies.Auto, Stand(), news: 300, positives: 19).Waits);
        Assert.Null(Choose(Strategies.Auto, Stand(), news: 200, positives: 20).Waits);
    }

    [Theory]
    [InlineData(100, 899, false)]
    [InlineData(100, 900, true)]
    [InlineData(0, 2_000, false)]
    public void Auto_makes_a_small_model_anew_when_as_much_has_come_as_it_was_made_from(int news, int waitingToJudge, bool full)
    {
        Label[] all = [.. SomeLabels.Daily(Seen), .. Enumerable.Range(0, news + waitingToJudge).Select(i => SomeLabels.At(Seen + 1 + i, Seen + i, 1))];

        var choice = Choose(Strategies.Auto, Stand() with { Labels = all }, news);

        Assert.Equal(full, choice.Waits is null);
        if (full)
            Assert.Equal((Strategies.Full, Seen + news), (choice.Strategy, choice.Rows.Count));
    }

    [Theory]
    [InlineData(90, Strategies.Refresh)]
    [InlineData(90.1, Strategies.Full)]
    public void Auto_makes_an_old_structure_anew(double age, string expected) =>
        Assert.Equal(expected, Choose(Strategies.Auto, Stand() with { StructureOf = Workspace.Day(2_000 - age) }, news: 300).Strategy);

    [Theory]
    [InlineData(2, Strategies.Refresh)]
    [InlineData(3, Strategies.Full)]
    public void Auto_gives_up_updating_after_three_that_were_not_promoted(int failed, string expected) =>
        Assert.Equal(expected, Choose(Strategies.Auto, Stand() with { FailedUpdates = failed }, news: 300).Strategy);

    [Fact]
    public void A_model_with_a_new_recipe_is_learnt_from_scratch()
    {
        var elite = SomeModel.Purchase with { Recipe = Recipe.Elite };

        Assert.Equal(Strategies.Full, Choose(Strategies.Auto, Stand(), news: 300, model: elite).Strategy);
        Assert.Equal(Strategies.Refresh, Choose(Strategies.Auto, Stand(), news: 300).Strategy);
    }

    [Fact]
    public void Incremental_takes_the_method_of_the_definition_and_a_named_method_wins()
    {
        var grow = new IncrementalOptions { Method = IncrementalMethod.Grow };

        Assert.Equal(Strategies.Grow, Choose(Strategies.Incremental, Stand(), news: 5, options: grow).Strategy);
        Assert.Equal(Strategies.Refresh, Choose(Strategies.Refresh, Stand(), news: 5, options: grow).Strategy);
        Assert.Equal(Strategies.Refresh, Choose(Strategies.Incremental, Stand(), news: 5).Strategy);
    }

    [Fact]
    public void Growing_learns_the_news_and_refreshing_looks_back_too()
    {
        Assert.Equal(50, Choose(Strategies.Grow, Stand(), news: 50).Rows.Count);
        Assert.Equal(Seen + 50, Choose(Strategies.Refresh, Stand(), news: 50).Rows.Count);
    }

    [Fact]
    public void An_update_without_news_waits_whoever_asks()
    {
        Assert.NotNull(Choose(Strategies.Incremental, Stand(), news: 0).Waits);
        Assert.Equal((Strategies.Full, null), (Choose(Strategies.Full, Stand(), news: 0).Strategy, Choose(Strategies.Full, Stand(), news: 0).Waits));
    }

    private static StrategyChoice Choose(
        string asked,
        Standing standing,
        int news,
        int? positives = null,
        ModelDefinition? model = null,
        IncrementalOptions? options = null)
    {
        Label[] training = [.. SomeLabels.Daily(Seen), .. Enumerable.Range(0, news).Select(i => SomeLabels.At(Seen + 1 + i, Seen + i, i < (positives ?? news) ? 1 : 0))];
        return StrategyChooser.Choose(asked, model ?? SomeModel.Purchase, options ?? new IncrementalOptions(), standing, training, Workspace.Day(2_000));
    }

    private static Standing Stand()
    {
        var version = new ModelVersion
        {
            Id = 1,
            ModelId = 1,
            Major = 1,
            Minor = 0,
            ParentId = null,
            RunId = 1,
            TrainingSetId = 1,
            Learner = Recipe.Fast.Name,
            Strategy = Strategies.Full,
            CreatedAt = Workspace.Day(1_990),
            Watermark = Workspace.At(Seen - 1),
            LineageHash = "",
            StructuralRows = Seen,
            Seconds = 1,
            Trees = 10,
            PipelineHash = "",
            ModelHash = "",
            CoreHash = "",
            Calibration = "",
            Prior = 0.2,
            Record = "",
        };
        return new Standing(
            new LoadedVersion(version, new FeaturePipeline(null!, [], []), null!, Calibration.None(MarginLink.LogOdds)) { Recipe = Recipe.Fast },
            null,
            Lineage.Of(SomeLabels.Daily(Seen).Select(l => l.Id)),
            Lineage.Empty,
            [],
            null,
            0,
            0,
            Workspace.Day(1_990),
            Workspace.Day(1_990));
    }
}
