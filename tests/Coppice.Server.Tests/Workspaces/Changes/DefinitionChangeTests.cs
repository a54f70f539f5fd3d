using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Changes;

namespace Coppice.Server.Tests.Workspaces.Changes;

public sealed class DefinitionChangeTests
{
    private const string Text = """
        workspace: shop
        models:
          purchase: { label: { event: purchase, within: 30d }, features: [behaviour], learner: fast, exclude: [a] }
          churn: { label: { no_event: [purchase, visit], within: 90d } }
        training: { at_once: 1 }
        quality: { events: { column_gone: warning } }
        alerts: { at_least: warning, email: { to: [a@shop.example], from: b@shop.example, smtp: "localhost:25" } }
        gates: { preset: strict, approvals: 1 }

        """;

    [Fact]
    public void The_same_text_changes_nothing()
    {
        var change = DefinitionChange.Between(Parse(Text), Parse(Text));

        Assert.Empty(change.InForce);
        Assert.Empty(change.NeedsRestart);
    }

    [Theory]
    [InlineData("approvals: 1", "approvals: 2", "gates")]
    [InlineData("at_once: 1", "at_once: 1, max_minutes: 5", "training")]
    [InlineData("at_once: 1", "at_once: 1, triggers: { new_labels: 7 }", "training")]
    [InlineData("column_gone: warning", "column_gone: off", "quality")]
    [InlineData("at_least: warning", "at_least: critical", "alerts")]
    [InlineData("workspace: shop", "workspace: shop\ntime_zone: Europe/Paris", "time_zone")]
    [InlineData("workspace: shop", "workspace: shop\nschedule: { full: off }", "schedule")]
    [InlineData("workspace: shop", "workspace: shop\ndrift: { window: 3d }", "drift")]
    [InlineData("workspace: shop", "workspace: shop\nversions: { keep: 3 }", "versions")]
    [InlineData("learner: fast", "learner: fast, costs: { contact: 1, missed: 4 }", "models.purchase.costs")]
    public void What_decisions_go_by_is_in_force_at_once(string from, string to, string part)
    {
        var wanted = Parse(Text.Replace(from, to, StringComparison.Ordinal));

        var change = DefinitionChange.Between(Parse(Text), wanted);

        Assert.Equal([part], change.InForce);
        Assert.Empty(change.NeedsRestart);
        Assert.Empty(DefinitionChange.Between(change.Next, wanted).InForce);
    }

    [Theory]
    [InlineData("workspace: shop", "workspace: store", "workspace")]
    [InlineData("workspace: shop", "workspace: shop\ndatabase: other.db", "database")]
    [InlineData("at_once: 1", "at_once: 2", "training")]
    [InlineData("a@shop.example", "c@shop.example", "alerts")]
    [InlineData("within: 30d", "within: 60d", "models.purchase")]
    [InlineData("learner: fast", "learner: elite", "models.purchase")]
    [InlineData("exclude: [a]", "exclude: [b]", "models.purchase")]
    [InlineData("  churn:", "  leaving:", "models.churn models.leaving")]
    public void What_the_server_was_built_with_needs_a_restart(string from, string to, string parts)
    {
        var now = Parse(Text);

        var change = DefinitionChange.Between(now, Parse(Text.Replace(from, to, StringComparison.Ordinal)));

        Assert.Empty(change.InForce);
        Assert.Equal(parts.Split(' '), change.NeedsRestart);
        Assert.Equal((now.Name, now.Training.AtOnce, now.Models.Count), (change.Next.Name, change.Next.Training.AtOnce, change.Next.Models.Count));
    }

    private static WorkspaceDefinition Parse(string text)
    {
        var read = DefinitionFile.Parse(text);
        Assert.Empty(read.Problems);
        return read.Definition!;
    }
}
