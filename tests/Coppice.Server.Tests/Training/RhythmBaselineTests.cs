using Coppice.Client;
using Coppice.Server.Features;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Training;

public class RhythmBaselineTests
{
    private static readonly SumWithin Month = new("purchase", TimeSpan.FromDays(30));

    [Fact]
    public void Strangers_are_expected_to_spend_what_strangers_did_and_nobody_next_to_nothing()
    {
        var table = new InputTable(4);
        table["events.purchase.expected_spend"].Numbers.AsSpan().Clear();
        (table["events.purchase.expected_spend"].Numbers[0], table["events.purchase.expected_spend"].Numbers[1]) = (50, 1e-9f);
        table["events.purchase.expected_spend"].Numbers.AsSpan(2).Fill(float.NaN);

        var baseline = RhythmBaseline.For(Month, Plan(30), table, [SomeLabels.At(1, 0, 180), SomeLabels.At(2, 0), SomeLabels.At(3, 0, 12), SomeLabels.At(4, 0, 8)])!;

        Assert.Equal([50, 0.5, 10, 10], baseline.Score(table));
    }

    [Fact]
    public void Only_sums_of_the_type_and_window_that_are_forecast_have_a_rhythm()
    {
        var table = new InputTable(1);
        table["events.purchase.expected_spend"].Numbers[0] = 5;
        var labels = SomeLabels.Daily(1);

        Assert.NotNull(RhythmBaseline.For(Month, Plan(30), table, labels));
        Assert.Null(RhythmBaseline.For(Month, Plan(90), table, labels));
        Assert.Null(RhythmBaseline.For(Month, InputPlan.Nothing, table, labels));
        Assert.Null(RhythmBaseline.For(new SumWithin("booking", Month.Within), Plan(30), table, labels));
        Assert.Null(RhythmBaseline.For(new EventWithin(["purchase"], Month.Within), Plan(30), table, labels));
    }

    [Fact]
    public async Task A_version_of_amounts_says_how_much_better_than_buying_rhythm_it_is()
    {
        using var workspace = new Workspace(new WorkspaceDefinition
        {
            Name = "test",
            Models = [SomeModel.Worth with { Features = FeatureGroups.Behaviour | FeatureGroups.Profile }],
            Gates = GateSettings.Of(GatePreset.Eager),
        });
        workspace.Record(SomeShoppers.Purchases(400));
        workspace.StandAt(0);

        var run = await workspace.RetrainAsync();

        Assert.True(run.Result is not null, run.Error);
        RunResult result = TrainedWorkspace.Result(run);
        double skill = result.Metrics["rhythm_skill"]!.Value;
        var floor = result.Verdicts.Single(v => v.Gate == "floor");
        Assert.Equal(skill > 0 ? "passed" : "failed", floor.Outcome);
        Assert.Equal(skill, floor.Measured!.Value, 12);
        Assert.Contains("buying rhythm alone", floor.Sentence, StringComparison.Ordinal);
    }

    private static InputPlan Plan(int days) => InputPlan.Nothing with
    {
        Behaviour = new BehaviourPlan([]) { Repeats = [new RepeatPlan("purchase", days, PredictionKind.Amount, new RepeatRhythm(1, 1, 1, 1), new RepeatValue(2, 2, 2))] },
    };
}
