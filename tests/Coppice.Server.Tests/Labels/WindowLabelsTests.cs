using Coppice.Server.Customers;
using Coppice.Server.Labels;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Labels;

public class WindowLabelsTests
{
    [Theory]
    [InlineData(-0.0001, 0)]
    [InlineData(0, 1)]
    [InlineData(29.9999, 1)]
    [InlineData(30, 0)]
    public async Task A_window_holds_its_start_and_not_its_end(double day, double expected)
    {
        using var workspace = Asked(SomeModel.Purchase);
        workspace.Record(Event("a", "purchase", day));
        workspace.StandAt(32);

        await workspace.SweepAsync();

        Assert.Equal(expected, Logged(workspace).Value);
    }

    [Theory]
    [InlineData("visit", 10, 0)]
    [InlineData("purchase", 10, 0)]
    [InlineData("refund", 10, 1)]
    [InlineData("visit", 30, 1)]
    public async Task Silence_is_a_label_too(string type, double day, double expected)
    {
        using var workspace = Asked(SomeModel.Churn);
        workspace.Record(Event("a", type, day));
        workspace.StandAt(32);

        await workspace.SweepAsync();

        Assert.Equal(expected, Logged(workspace).Value);
    }

    [Fact]
    public async Task An_amount_is_the_sum_of_what_the_window_holds()
    {
        using var workspace = Asked(SomeModel.Worth);
        workspace.Record(Event("a", "purchase", 0, 10), Event("a", "purchase", 5, -2.5), Event("a", "purchase", 6), Event("a", "visit", 7, 100), Event("a", "purchase", 30, 1000));
        workspace.StandAt(32);

        await workspace.SweepAsync();

        Assert.Equal(7.5, Logged(workspace).Value);
    }

    [Theory]
    [InlineData(31.9, 0)]
    [InlineData(32, 1)]
    public async Task A_label_matures_when_window_and_lag_are_over(double day, int matured)
    {
        using var workspace = Asked(SomeModel.Purchase);
        workspace.StandAt(day);

        Assert.Equal(matured, (await workspace.SweepAsync()).Matured);
    }

    [Fact]
    public async Task A_late_event_corrects_a_matured_label_and_the_old_row_stays()
    {
        using var workspace = Asked(SomeModel.Purchase);
        workspace.StandAt(32);
        await workspace.SweepAsync();
        Assert.Equal(0, Logged(workspace).Value);

        workspace.StandAt(33);
        workspace.Record(Event("a", "purchase", 12, knownDay: 33));
        var sweep = await workspace.SweepAsync();

        Assert.Equal(1, sweep.Corrected);
        Assert.Equal(1, Logged(workspace).Value);
        var asKnownBefore = workspace.Database.Read(session => workspace.Get<LabelStore>().Matured(session, workspace.ModelId, At(32.5)));
        Assert.Equal(0, Assert.Single(asKnownBefore, l => l.Source == LabelSource.Logged).Value);
        Assert.Equal(new LabelSweep(0, 0), await workspace.SweepAsync());
    }

    [Fact]
    public async Task Examples_are_made_at_past_cut_offs_from_what_was_known_then()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        workspace.Record([.. Enumerable.Range(0, 100).Select(day => Event("a", "purchase", day)), Event("b", "visit", 50), Event("b", "visit", 99)]);
        workspace.StandAt(100);

        await workspace.SweepAsync();

        var labels = workspace.Labels();
        Assert.All(labels, l => Assert.Equal(DayOfWeek.Monday, UtcMicroseconds.ToTime(l.AsOf).DayOfWeek));
        Assert.All(labels, l => Assert.InRange(l.AsOf, At(30), At(68)));
        Assert.All(labels, l => Assert.Equal(l.AsOf + (32 * UtcMicroseconds.PerDay), l.MaturesAt));
        Assert.Equal([1.0], labels.Where(l => l.CustomerId == workspace.Customer("a")).Select(l => l.Value).Distinct());
        Assert.Equal([0.0], labels.Where(l => l.CustomerId == workspace.Customer("b")).Select(l => l.Value).Distinct());
        Assert.All(labels.Where(l => l.CustomerId == workspace.Customer("b")), l => Assert.True(l.AsOf > At(50)));
    }

    [Fact]
    public async Task Sweeping_every_day_gives_what_sweeping_once_gives()
    {
        CustomerEvent[] events = [.. Enumerable.Range(0, 120).Select(day => Event($"c{day % 7}", day % 3 == 0 ? "purchase" : "visit", day))];
        using var daily = new Workspace(SomeModel.Purchase);
        for (int day = 0; day < 120; day++)
        {
            daily.StandAt(day + 0.5);
            daily.Record(events[day]);
            await daily.SweepAsync();
        }

        using var once = new Workspace(SomeModel.Purchase);
        once.Record(events);
        once.StandAt(119.5);
        await once.SweepAsync();

        Assert.Equal(
            once.Labels().Select(l => (l.CustomerId, l.AsOf, l.Value)),
            daily.Labels().Select(l => (l.CustomerId, l.AsOf, l.Value)));
        Assert.NotEmpty(once.Labels());
    }

    [Fact]
    public async Task Another_policy_labels_everything_anew()
    {
        using var workspace = Asked(SomeModel.Purchase);
        workspace.Record(Event("a", "visit", 10), Event("a", "purchase", 25));
        workspace.StandAt(40);
        await workspace.SweepAsync();
        Assert.Equal(1, Logged(workspace).Value);

        await workspace.SweepAsync(SomeModel.Purchase with { Label = new EventWithin(["purchase"], TimeSpan.FromDays(20)) });
        Assert.Equal(0, Logged(workspace).Value);

        await workspace.SweepAsync(SomeModel.Purchase with { Label = new EventWithin(["visit"], TimeSpan.FromDays(20)) });
        Assert.Equal(1, Logged(workspace).Value);
        Assert.Equal(2, workspace.Count("SELECT COUNT(*) FROM labels WHERE source = 'logged' AND replaced_at IS NOT NULL"));
    }

    /// <summary>A workspace that was asked about customer a on day 0, whose earlier visit is known.</summary>
    private static Workspace Asked(ModelDefinition model)
    {
        var workspace = new Workspace(model);
        workspace.Record(Event("a", "visit", -5));
        SomePrediction.Record(workspace, "a", 0);
        return workspace;
    }

    private static Label Logged(Workspace workspace) => Assert.Single(workspace.Labels(), l => l.Source == LabelSource.Logged);
}
