using Coppice.Server.Features;
using Coppice.Server.Tests.Conventions;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Features;

/// <summary>The page that lists the inputs lists those the code computes, and no others.</summary>
public class FeaturesPageTests
{
    [Fact]
    public void The_page_lists_every_input_of_behaviour_and_no_other()
    {
        using var workspace = new Workspace();
        workspace.Record(SomeShoppers.Purchases(200));
        workspace.Record(Event("s1", "visit", -1, value: 1) with { Quantity = 1, Product = "shoes", Session = "a" }, Event("s1", "visit", -800, value: -1));
        workspace.Record([.. Enumerable.Range(0, 400).Select(i => Event($"s{i % 40}", "visit", -2) with { Product = $"p{(i % 2 * 12) + (((i / 40) + (i % 40)) % 12)}" })]);

        var names = workspace.Database.Read(session =>
        {
            var reader = workspace.Get<InputReader>();
            var plan = reader.Plan(session, FeatureGroups.Behaviour, new PlanScope(At(0)));
            return reader.Read(session, FeatureGroups.Behaviour, plan, [new ExampleKey(workspace.Customer("s1"), At(0))]).Columns.Select(c => c.Name).ToList();
        });

        Assert.Equal(Listed().Select(General).Order(StringComparer.Ordinal).Distinct(), names.Select(General).Order(StringComparer.Ordinal).Distinct());
    }

    /// <summary>The names in the first column of a table.</summary>
    private static IEnumerable<string> Listed() => Repository.Read("docs/features.md").Split('\n')
        .Where(line => line.StartsWith("| `events.", StringComparison.Ordinal))
        .SelectMany(line => line.Split('|')[1].Split('`'))
        .Where(span => span.StartsWith("events.", StringComparison.Ordinal));

    private static string General(string name)
    {
        string[] parts = name.Split('.');
        string what = parts[2][(parts[2].LastIndexOf('_') + 1)..];
        if (parts[2].StartsWith("taste_", StringComparison.Ordinal))
            return "events.TYPE.taste_K";
        bool ahead = what.Length > 1 && what[^1] == 'd' && int.TryParse(what[..^1], out _);
        return $"events.{(parts[1] is "visit" or "purchase" ? "TYPE" : parts[1])}.{(ahead ? parts[2][..^what.Length] + "Nd" : parts[2])}";
    }
}
