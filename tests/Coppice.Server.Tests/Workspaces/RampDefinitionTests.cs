using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Changes;

namespace Coppice.Server.Tests.Workspaces;

public class RampDefinitionTests
{
    [Fact]
    public void Without_it_versions_answer_at_once() => Assert.Null(Definition("").Ramp);

    [Fact]
    public void It_says_shares_lengths_and_customers()
    {
        var ramp = Definition("ramp: { shares: [0.5, 10%, 50], every: 12h, customers: 40 }").Ramp!;

        Assert.Equal([50, 1_000, 5_000], ramp.Shares);
        Assert.Equal((TimeSpan.FromHours(12), 40), (ramp.Every, ramp.Customers));
        Assert.Equal(new RampOptions(), Definition("ramp: { every: 1d }").Ramp);
        Assert.Null(Definition("ramp: off").Ramp);
    }

    [Theory]
    [InlineData("ramp: { shares: [] }")]
    [InlineData("ramp: { shares: [50, 20] }")]
    [InlineData("ramp: { shares: [20, 20] }")]
    [InlineData("ramp: { shares: [100] }")]
    [InlineData("ramp: { shares: [0] }")]
    [InlineData("ramp: { shares: [-1] }")]
    [InlineData("ramp: { shares: some }")]
    [InlineData("ramp: { every: 0h }")]
    [InlineData("ramp: { customers: 0 }")]
    [InlineData("ramp: { share: [1] }")]
    [InlineData("ramp: on")]
    public void What_is_no_ramp_is_one_sentence_with_its_line(string text)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.Equal(4, problem.Line);
        Assert.StartsWith("ramp", problem.Message.Replace("share is not a key in ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void It_changes_without_a_restart()
    {
        var change = DefinitionChange.Between(Definition(""), Definition("ramp: { every: 1d }"));

        Assert.Equal(["ramp"], change.InForce);
        Assert.Empty(change.NeedsRestart);
        Assert.Empty(DefinitionChange.Between(Definition("ramp: { every: 1d }"), Definition("ramp: { shares: [1, 5, 20, 50] }")).InForce);
    }

    private static WorkspaceDefinition Definition(string ramp)
    {
        var read = Read(ramp);
        Assert.True(read.IsValid, string.Join(' ', read.Problems.Select(problem => problem.Message)));
        return read.Definition;
    }

    private static DefinitionResult Read(string ramp) => DefinitionFile.Parse($$"""
        workspace: shop
        models:
          purchase: { label: { event: purchase, within: 30d } }
        {{ramp}}
        """);
}
