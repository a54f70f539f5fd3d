using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Features;

public sealed class TasteTests
{
    private const int Customers = 200;

    [Fact]
    public void Customers_of_one_kind_lie_together_and_apart_from_the_other_kind()
    {
        using var workspace = new Workspace();
        workspace.Record(TwoKinds());

        var table = Read(workspace, Plan(workspace, knownBy: 0));
        float[][] tastes = [.. Enumerable.Range(1, 2).Select(k => table.Find($"events.purchase.taste_{k}")!.Numbers)];

        // Whatever the directions are, the nearest neighbours of a customer are of their kind.
        for (int i = 0; i < Customers; i++)
        {
            int nearest = Enumerable.Range(0, Customers).Where(j => j != i).MinBy(j => tastes.Sum(t => (t[i] - t[j]) * (t[i] - t[j])));
            Assert.Equal(i % 2, nearest % 2);
        }
    }

    [Fact]
    public void A_version_keeps_its_places_whatever_is_bought_later()
    {
        using var workspace = new Workspace();
        workspace.Record(TwoKinds());
        var plan = Plan(workspace, knownBy: 0);
        string before = Read(workspace, plan).ToJson(0);

        workspace.Record([.. Enumerable.Range(0, 500).Select(i => Event($"n{i}", "purchase", 5) with { Product = $"p{i % 40}" })]);

        Assert.Equal(before, Read(workspace, plan).ToJson(0));
        Assert.True(plan.IsSame(Plan(workspace, knownBy: 0)));
        Assert.False(plan.IsSame(Plan(workspace, knownBy: 6)));
    }

    [Fact]
    public void Too_few_products_are_left_out_with_the_reason()
    {
        using var workspace = new Workspace();
        workspace.Record([.. TwoKinds().Where(e => e.Product!.Length == 2)]);

        Assert.Contains("events.purchase.taste_*: 10 products were taken by 10 customers or more, 20 are needed", Plan(workspace, knownBy: 0).Behaviour.LeftOut);
    }

    [Fact]
    public void Who_took_nothing_that_has_a_place_has_no_taste()
    {
        using var workspace = new Workspace();
        workspace.Record([.. TwoKinds(), Event("c0", "visit", -90), Event("odd", "purchase", -1) with { Product = "unheard of" }]);

        var table = workspace.Database.Read(session =>
            workspace.Get<InputReader>().Read(session, FeatureGroups.Behaviour, Plan(workspace, knownBy: 0), [new ExampleKey(workspace.Customer("odd"), At(0))]));

        Assert.Equal(float.NaN, table.Find("events.purchase.taste_1")!.Numbers[0]);
    }

    /// <summary>Forty products: even customers take the first twenty, odd ones the others, six each.</summary>
    private static CustomerEvent[] TwoKinds()
    {
        var random = new SplitMix64(4);
        return [.. Enumerable.Range(0, Customers * 6).Select(i =>
            Event($"c{i % Customers}", "purchase", -100 + (i / (double)Customers)) with { Product = $"p{(i % 2 * 20) + random.NextBelow(20)}" })];
    }

    private static InputPlan Plan(Workspace workspace, double knownBy) =>
        workspace.Database.Read(session => workspace.Get<InputReader>().Plan(session, FeatureGroups.Behaviour, new PlanScope(At(knownBy))));

    private static InputTable Read(Workspace workspace, InputPlan plan) => workspace.Database.Read(session => workspace.Get<InputReader>()
        .Read(session, FeatureGroups.Behaviour, plan, [.. Enumerable.Range(0, Customers).Select(i => new ExampleKey(workspace.Customer($"c{i}"), At(0)))]));
}
