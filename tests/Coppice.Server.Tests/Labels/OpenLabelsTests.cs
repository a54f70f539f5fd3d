using Coppice.Server.Labels;
using Coppice.Server.Tests.Support;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Labels;

public class OpenLabelsTests
{
    [Fact]
    public async Task Predictions_are_open_until_their_window_and_lag_are_over()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        foreach (double day in new[] { 0, 1, 2.5, 9 })
            SomePrediction.Record(workspace, "a", day);

        workspace.StandAt(34.5);
        Assert.Equal(3, (await workspace.SweepAsync()).Matured);
        Assert.Equal(1, Open(workspace));

        workspace.StandAt(41);
        Assert.Equal(1, (await workspace.SweepAsync()).Matured);
        Assert.Equal(0, Open(workspace));
        Assert.Equal(0, (await workspace.SweepAsync()).Matured);
    }

    [Fact]
    public async Task It_is_known_when_the_next_ones_will_mature()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        foreach (double day in new[] { 0, 1, 3 })
            SomePrediction.Record(workspace, "a", day);
        workspace.StandAt(32);
        await workspace.SweepAsync();

        Assert.Equal([At(33), At(35), null], new long[] { 1, 2, 3 }.Select(count => MaturityOf(workspace, count)));
    }

    [Fact]
    public async Task A_prediction_that_overtook_another_is_not_forgotten()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        SomePrediction.Record(workspace, "a", 1);
        SomePrediction.Record(workspace, "b", 0.5);
        workspace.StandAt(32.7);
        await workspace.SweepAsync();

        workspace.StandAt(33);
        await workspace.SweepAsync();

        Assert.Equal([At(1), At(0.5)], workspace.Labels().Select(l => l.AsOf));
    }

    [Fact]
    public async Task A_prediction_from_a_clock_that_was_set_back_holds_up_nobody()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        SomePrediction.Record(workspace, "a", 4000);
        SomePrediction.Record(workspace, "b", 1);
        workspace.StandAt(40);

        Assert.Equal(1, (await workspace.SweepAsync()).Matured);
    }

    [Fact]
    public async Task Where_truth_is_reported_a_prediction_is_open_until_somebody_does()
    {
        using var workspace = new Workspace(SomeModel.Left);
        SomePrediction.Record(workspace, "a", -30);
        SomePrediction.Record(workspace, "b", -30);
        await workspace.SweepAsync();
        Assert.Equal(2, Open(workspace));

        await workspace.ImportOutcomesAsync("customer,date,left\na,2025-12-17,Yes\n");
        await workspace.SweepAsync();

        Assert.Equal(1, Open(workspace));
        Assert.Null(MaturityOf(workspace, 1));
    }

    [Fact]
    public async Task A_reported_outcome_can_be_learnt_from_at_once()
    {
        using var workspace = new Workspace(SomeModel.Left);
        SomePrediction.Record(workspace, "a", -30);
        await workspace.ImportOutcomesAsync("customer,date,left\na,2025-12-17,Yes\n");
        await workspace.SweepAsync();

        Assert.Equal(At(-15), Assert.Single(workspace.Labels()).MaturesAt);
    }

    [Fact]
    public async Task Few_new_events_and_all_of_history_tell_the_same_truth()
    {
        using var looked = new Workspace(SomeModel.Worth);
        using var read = new Workspace(SomeModel.Worth);
        foreach (var workspace in new[] { looked, read })
        {
            workspace.Record([.. Enumerable.Range(0, 200).Select(i => Event($"c{i % 9}", i % 4 == 0 ? "visit" : "purchase", i / 4.0, i % 5 == 0 ? null : i / 3.0))]);
            for (int i = 0; i < 30; i++)
                SomePrediction.Record(workspace, $"c{i % 11}", i / 3.0);
        }

        // The first sweep of one finds nothing due yet, so that the second has nothing but predictions to close.
        looked.StandAt(31);
        await looked.SweepAsync();
        looked.StandAt(60);
        read.StandAt(60);
        await looked.SweepAsync();
        await read.SweepAsync();

        var expected = Logged(read);
        Assert.Equal(30, expected.Count);
        Assert.Contains(expected, l => l.Item3 > 0);
        Assert.Equal(expected, Logged(looked));
    }

    private static List<(long, long, double)> Logged(Workspace workspace) =>
        [.. workspace.Labels().Where(l => l.Source == LabelSource.Logged).Select(l => (l.CustomerId, l.AsOf, l.Value))];

    private static long Open(Workspace workspace) =>
        workspace.Database.Read(session => workspace.Get<OpenLabels>().Count(session, workspace.Model, workspace.ModelId));

    private static long? MaturityOf(Workspace workspace, long count) =>
        workspace.Database.Read(session => workspace.Get<OpenLabels>().MaturityOf(session, workspace.Model, workspace.ModelId, count));
}
