using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Features;

public class RepeatForecastTests
{
    private static readonly string[] Columns = ["p_alive", "expected_30d", "p_none_30d", "expected_value", "expected_spend"];

    [Fact]
    public void Customers_are_forecast_by_their_days_before_a_time_from_what_was_known_then()
    {
        var rhythm = new RepeatRhythm(0.3, 5, 0.8, 2.5);
        var value = new RepeatValue(6, 4, 15);
        var plan = new BehaviourPlan([]) { Repeats = [new RepeatPlan("purchase", 30, PredictionKind.Probability, rhythm, value)] };
        using var workspace = new Workspace();
        workspace.Record(
            Event("a", "purchase", -70, value: 100),
            Event("a", "purchase", -70 + 0.3, value: 50),
            Event("a", "purchase", -42, value: 20),
            Event("a", "purchase", -28, value: 30),
            Event("a", "purchase", -28 + 0.5, value: 10),
            Event("a", "purchase", -14, value: 999, knownDay: 2),
            Event("a", "visit", -1),
            Event("a", "purchase", 0, value: 999),
            Event("once", "purchase", -7, value: 80),
            Event("never", "visit", -1));

        var table = Read(workspace, plan, ["a", "once", "never"]);

        // 10 weeks since the first day, 6 weeks from it to the last; the two days after the first were worth 20 and 40.
        var history = new RepeatHistory(2, 6, 10);
        double month = 30 / 7.0;
        AssertRow(table, 0, rhythm.Alive(history), rhythm.Expected(history, month), rhythm.None(history, month), value.Expected(2, 30));
        var once = new RepeatHistory(0, 0, 1);
        AssertRow(table, 1, 1, rhythm.Expected(once, month), rhythm.None(once, month), value.PopulationMean);
        Assert.All(Columns, c => Assert.Equal(float.NaN, table.Find($"events.purchase.{c}")!.Numbers[2]));
    }

    [Fact]
    public void A_plan_is_fitted_to_nothing_that_happened_or_was_known_later()
    {
        using var workspace = new Workspace();
        var plan = PlanOf(workspace, SomeShoppers.Purchases(300));
        workspace.Record([.. SomeShoppers.Purchases(300, seed: 9).Select(e => e with { EventTime = e.EventTime + At(250) - At(0), KnownTime = e.KnownTime + At(250) - At(0) })]);
        workspace.Record([.. SomeShoppers.Purchases(300, seed: 10).Select(e => e with { KnownTime = At(50) })]);

        var later = PlanOf(workspace, []);

        Assert.Equal("purchase", Assert.Single(plan.Behaviour.Repeats).Type);
        Assert.True(plan.IsSame(later));
        Assert.False(plan.IsSame(PlanOf(workspace, [], new PlanScope(At(50)))));
    }

    [Fact]
    public void Forecasts_look_as_far_ahead_as_the_label()
    {
        using var workspace = new Workspace();
        var plan = PlanOf(workspace, SomeShoppers.Purchases(300), new PlanScope(At(0)) { Window = TimeSpan.FromDays(90) });

        Assert.Equal(90, Assert.Single(plan.Behaviour.Repeats).Days);
        Assert.NotNull(Read(workspace, plan.Behaviour, ["s1"]).Find("events.purchase.expected_90d"));
    }

    [Fact]
    public void A_model_of_amounts_is_told_amounts_where_they_can_be_forecast()
    {
        using var workspace = new Workspace();
        var plan = PlanOf(workspace, SomeShoppers.Purchases(300), new PlanScope(At(0)) { Predicts = PredictionKind.Amount });

        var table = Read(workspace, plan.Behaviour, ["s1"]);

        Assert.NotNull(table.Find("events.purchase.expected_spend"));
        Assert.Null(table.Find("events.purchase.p_alive"));
        var without = plan.Behaviour with { Repeats = [plan.Behaviour.Repeats[0] with { Value = null }] };
        Assert.NotNull(Read(workspace, without, ["s1"]).Find("events.purchase.p_alive"));
    }

    [Theory]
    [InlineData(90, 0, "events.purchase.expected_*: * customers came again, 100 are needed")]
    [InlineData(300, 3, "events.purchase.expected_value: customers who come more often spend more each time (correlation *")]
    public void What_cannot_be_forecast_is_left_out_with_the_reason(int customers, double growth, string reason)
    {
        using var workspace = new Workspace();
        var plan = PlanOf(workspace, SomeShoppers.Purchases(customers, growth));

        Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(reason).Replace("\\*", ".*"), Assert.Single(plan.Behaviour.LeftOut));
        Assert.All(plan.Behaviour.Repeats, r => Assert.Null(r.Value));
    }

    [Fact]
    public void A_saved_plan_forecasts_the_same()
    {
        using var workspace = new Workspace();
        var plan = PlanOf(workspace, SomeShoppers.Purchases(300));
        var table = Read(workspace, plan.Behaviour, ["s1", "s2", "s3"]);
        var pipeline = FeaturePipeline.Load(FeaturePipeline.Fit(table, plan, new FeatureOptions()).Save());

        var again = Read(workspace, pipeline.Inputs.Behaviour, ["s1", "s2", "s3"]);

        Assert.True(plan.IsSame(pipeline.Inputs));
        Assert.Equal(Enumerable.Range(0, 3).Select(table.ToJson), Enumerable.Range(0, 3).Select(again.ToJson));
    }

    [Fact]
    public void A_version_from_before_there_were_forecasts_has_none()
    {
        var pipeline = FeaturePipeline.Load("""{"inputs":{"behaviour":{"types":[]},"notes":{"concepts":[]}},"encoders":[],"left_out":[]}"""u8);

        Assert.Empty(pipeline.Inputs.Behaviour.Repeats);
        Assert.True(pipeline.Inputs.IsSame(InputPlan.Nothing));
    }

    private static InputPlan PlanOf(Workspace workspace, CustomerEvent[] events, PlanScope? scope = null)
    {
        workspace.Record(events);
        return workspace.Database.Read(session => workspace.Get<InputReader>().Plan(session, FeatureGroups.Behaviour, scope ?? new PlanScope(At(0))));
    }

    private static InputTable Read(Workspace workspace, BehaviourPlan plan, string[] customers) => workspace.Database.Read(session => workspace.Get<InputReader>()
        .Read(session, FeatureGroups.Behaviour, new InputPlan(plan, NotePlan.Nothing), [.. customers.Select(c => new ExampleKey(workspace.Customer(c), At(0)))]));

    private static void AssertRow(InputTable table, int row, double alive, double expected, double none, double value)
    {
        float[] found = [.. Columns.Select(c => table.Find($"events.purchase.{c}")!.Numbers[row])];
        Assert.Equal([(float)alive, (float)expected, (float)none, (float)value, (float)(expected * value)], found);
    }
}
