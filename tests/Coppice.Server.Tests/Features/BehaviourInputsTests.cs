using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Features;

public class BehaviourInputsTests
{
    [Fact]
    public void An_event_counts_only_when_it_happened_before_and_was_known_by_then()
    {
        using var workspace = new Workspace();
        workspace.Record(
            Event("a", "visit", -40),
            Event("a", "visit", -20, knownDay: 3),
            Event("a", "visit", -10, knownDay: 0),
            Event("a", "visit", 0),
            Event("a", "visit", 1));

        Assert.Equal(2, Input(workspace, "events.visit.count"));
        Assert.Equal(10, Input(workspace, "events.visit.days_since_last"));
        Assert.Equal(40, Input(workspace, "events.visit.days_since_first"));
    }

    [Theory]
    [InlineData(7.0, 1, 1)]
    [InlineData(7.00001, 0, 1)]
    [InlineData(30.0, 0, 1)]
    [InlineData(30.00001, 0, 0)]
    public void A_window_holds_what_is_not_older_than_it(double age, float inWeek, float inMonth)
    {
        using var workspace = new Workspace();
        workspace.Record(Event("a", "visit", -age), Event("a", "visit", -300));

        Assert.Equal(inWeek, Input(workspace, "events.visit.count_7d"));
        Assert.Equal(inMonth, Input(workspace, "events.visit.count_30d"));
    }

    [Fact]
    public void A_count_of_nothing_is_zero_and_the_age_of_nothing_is_missing()
    {
        using var workspace = new Workspace();
        workspace.Record(Event("a", "visit", -1), Event("b", "purchase", -1, value: 12));

        Assert.Equal(0, Input(workspace, "events.purchase.count_30d"));
        Assert.Equal(float.NaN, Input(workspace, "events.purchase.days_since_last"));
        Assert.Equal(float.NaN, Input(workspace, "events.purchase.mean_value"));
    }

    [Fact]
    public void Few_customers_and_many_give_the_same_inputs()
    {
        using var workspace = new Workspace();
        workspace.Record([.. Enumerable.Range(0, 300).Select(i => Event($"c{i}", i % 3 == 0 ? "purchase" : "visit", -1 - (i % 90), value: i))]);
        workspace.Database.Write(session => workspace.Get<ProfileStore>().Add(
            session,
            Enumerable.Range(0, 300).Where(i => i % 2 == 0).Select(i => new CustomerProfile($"c{i}", At(-i), At(i % 4 == 0 ? -i : 1), $$"""{"age": {{i}}}"""))));
        ExampleKey[] keys = [.. Enumerable.Range(0, 300).Select(i => new ExampleKey(workspace.Customer($"c{i}"), At(0)))];

        var all = Read(workspace, keys, FeatureGroups.Behaviour | FeatureGroups.Profile);
        Assert.Equal(75, all.Find("profile.age")!.Numbers.Count(age => !float.IsNaN(age)));
        for (int i = 0; i < keys.Length; i += 37)
            Assert.Equal(all.ToJson(i), Read(workspace, [keys[i]], FeatureGroups.Behaviour | FeatureGroups.Profile).ToJson(0));
    }

    [Fact]
    public void A_profile_counts_from_when_it_holds_and_is_known()
    {
        using var workspace = new Workspace();
        workspace.Database.Write(session => workspace.Get<ProfileStore>().Add(session,
        [
            new CustomerProfile("a", At(-10), At(-10), """{"country": "FR", "age": 30}"""),
            new CustomerProfile("a", At(-5), At(2), """{"country": "IT"}"""),
            new CustomerProfile("a", At(-4), At(-4), """{"age": 31}"""),
            new CustomerProfile("a", At(1), At(1), """{"age": 32}"""),
        ]));

        var table = workspace.Database.Read(session => workspace.Get<InputReader>()
            .Read(session, FeatureGroups.Profile, InputPlan.Nothing, [new ExampleKey(workspace.Customer("a"), At(0))]));

        Assert.Equal("""{"profile.country":"FR","profile.age":31}""", table.ToJson(0));
    }

    [Fact]
    public void Sessions_are_counted_whatever_their_events_are()
    {
        using var workspace = new Workspace();
        const double Minute = 1.0 / (24 * 60);
        workspace.Record(
            Event("a", "visit", -5) with { Session = "one" },
            Event("a", "purchase", -5 + (10 * Minute), value: 3) with { Session = "one" },
            Event("a", "visit", -4),
            Event("a", "visit", -3) with { Session = "two" },
            Event("a", "visit", -3 + (2 * Minute)) with { Session = "two" },
            Event("a", "visit", -3 + (6 * Minute)) with { Session = "two" },
            Event("a", "visit", -1) with { Session = "three" });

        Assert.Equal(3, Input(workspace, "events.any.session_count"));
        Assert.Equal(2, Input(workspace, "events.any.session_events"));
        Assert.Equal(16 / 3f, Input(workspace, "events.any.session_minutes"), 1e-3f);
    }

    [Fact]
    public void What_comes_back_is_counted_beside_what_was_bought()
    {
        using var workspace = new Workspace();
        workspace.Record(
            Event("a", "purchase", -9, value: 50),
            Event("a", "purchase", -8, value: -20),
            Event("a", "purchase", -7) with { Quantity = -1 },
            Event("b", "visit", -7));

        Assert.Equal(2, Input(workspace, "events.purchase.returns"));
        Assert.Equal(20, Input(workspace, "events.purchase.returned_value"));
        Assert.Null(Read(workspace, [new ExampleKey(workspace.Customer("a"), At(0))]).Find("events.visit.returns"));
    }

    [Fact]
    public void Last_years_days_count_for_who_was_there_and_where_history_is_long_enough()
    {
        using var workspace = new Workspace();
        workspace.Record(
            Event("b", "visit", -800),
            Event("a", "visit", -400),
            Event("a", "visit", -365),
            Event("a", "visit", -336),
            Event("a", "visit", -335),
            Event("c", "visit", -300));

        Assert.Equal(2, Input(workspace, "events.visit.year_ago_30d"));
        var late = Read(workspace, [new ExampleKey(workspace.Customer("c"), At(0))]);
        Assert.Equal(float.NaN, late.Find("events.visit.year_ago_30d")!.Numbers[0]);

        using var young = new Workspace();
        young.Record(Event("a", "visit", -400));
        Assert.Null(Read(young, [new ExampleKey(young.Customer("a"), At(0))]).Find("events.visit.year_ago_30d"));
    }

    [Fact]
    public void Weekends_are_those_of_the_calendar()
    {
        using var workspace = new Workspace();
        var days = Enumerable.Range(1, 14).Select(day => -(double)day).ToList();
        workspace.Record([.. days.Select(day => Event("a", "visit", day)), Event("b", "visit", -1), Event("b", "visit", -2)]);

        Assert.Equal(4 / 14f, Input(workspace, "events.visit.weekend_share"));
        int weekends = new[] { -1.0, -2 }.Count(day => UtcMicroseconds.ToTime(At(day)).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Equal(weekends / 2f, Read(workspace, [new ExampleKey(workspace.Customer("b"), At(0))]).Find("events.visit.weekend_share")!.Numbers[0]);
    }

    private static float Input(Workspace workspace, string name) => Read(workspace, [new ExampleKey(workspace.Customer("a"), At(0))]).Find(name)!.Numbers[0];

    private static InputTable Read(Workspace workspace, ExampleKey[] keys, FeatureGroups groups = FeatureGroups.Behaviour) => workspace.Database.Read(session =>
    {
        var reader = workspace.Get<InputReader>();
        return reader.Read(session, groups, reader.Plan(session, FeatureGroups.Behaviour, new PlanScope(At(10))), keys);
    });
}
