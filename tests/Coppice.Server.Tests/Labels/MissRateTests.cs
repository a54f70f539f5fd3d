using Coppice.Server.Labels;
using Coppice.Server.Predictions;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Labels;

public class MissRateTests
{
    [Fact]
    public async Task What_comes_true_moves_the_rate_with_the_labels_that_bring_it()
    {
        using var workspace = Asked(SomeModel.Worth);
        workspace.Record(Event("below", "purchase", 3, 5), Event("inside", "purchase", 3, 50), Event("above", "purchase", 3, 101), Event("open", "purchase", 3, 1e6));
        workspace.StandAt(40);

        await workspace.SweepAsync();

        var state = Stored(workspace)!;
        // Two of four lay outside where one in ten was promised: 0.1 + 0.005 · (0.1 - 0.5).
        Vectors.Close(0.098, state.Rate, 1e-15);
        Assert.Equal((4, 2), (state.Amounts, state.Missed));
        Assert.Equal(state.Rate, workspace.Get<MissRates>().Of(workspace.ModelId));
        workspace.Restart();
        Assert.Equal(state.Rate, workspace.Get<MissRates>().Of(workspace.ModelId));
    }

    [Fact]
    public async Task A_sweep_without_ranges_and_a_corrected_label_move_nothing()
    {
        using var workspace = Asked(SomeModel.Worth);
        workspace.StandAt(40);
        await workspace.SweepAsync();
        var before = Stored(workspace);
        SomePrediction.Record(workspace, "other", 1);

        workspace.Record(Event("inside", "purchase", 12, 70, knownDay: 41));
        workspace.StandAt(42);
        var sweep = await workspace.SweepAsync();

        Assert.Equal(new LabelSweep(1, 1), sweep);
        Assert.Equal(before, Stored(workspace));
    }

    [Fact]
    public async Task What_a_companion_said_for_the_time_being_is_no_promise()
    {
        using var workspace = Asked(SomeModel.Worth);
        workspace.Database.Write(session => session.Execute("UPDATE predictions SET arm = 'quick' WHERE prediction_id = 'below@0'"));
        workspace.Record(Event("below", "purchase", 3, 5), Event("inside", "purchase", 3, 50), Event("above", "purchase", 3, 101), Event("open", "purchase", 3, 1e6));
        workspace.StandAt(40);

        await workspace.SweepAsync();

        Assert.Equal((3, 1), (Stored(workspace)!.Amounts, Stored(workspace)!.Missed));
    }

    [Fact]
    public async Task Ranges_said_of_another_truth_are_not_held_against_the_new_one()
    {
        using var workspace = Asked(SomeModel.Worth);
        workspace.StandAt(40);
        await workspace.SweepAsync();
        var before = Stored(workspace);

        await workspace.SweepAsync(SomeModel.Worth with { Label = new SumWithin("visit", TimeSpan.FromDays(20)) });

        Assert.Equal(before, Stored(workspace));
    }

    private static MissRate? Stored(Workspace workspace) => workspace.Database.Read(session => workspace.Get<MissRateStore>().Find(session, workspace.ModelId));

    /// <summary>Four customers of whom 10 to 100 was said, of the last without an upper end.</summary>
    private static Workspace Asked(ModelDefinition model)
    {
        var workspace = new Workspace(model);
        foreach (string customer in (string[])["below", "inside", "above", "open"])
        {
            workspace.Record(Event(customer, "visit", -5));
            SomePrediction.Record(workspace, customer, 0, interval: new AmountInterval(10, customer == "open" ? double.PositiveInfinity : 100));
        }

        return workspace;
    }
}
