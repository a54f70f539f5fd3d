using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Overview;

public sealed class VersionListTests
{
    [Fact]
    public async Task A_version_shows_the_recipe_it_was_fitted_with_as_the_definition_file_would_name_it()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        var version = Assert.Single(await workspace.Client.GetVersionsAsync("churn", cancellationToken: TestContext.Current.CancellationToken));

        var read = DefinitionFile.Parse($$"""
            workspace: w
            recipes:
            {{version.Recipe!.Replace($"{version.Learner}:", "mine:", StringComparison.Ordinal)}}
            models:
              m: { label: { event: purchase, within: 30d }, learner: mine }
            """);
        Assert.Empty(read.Problems);
        Assert.Equal(Recipe.Fast with { Name = "mine" }, read.Definition!.Recipes.Single());
    }
}
