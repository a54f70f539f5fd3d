using Coppice.Forests;
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
        await CheckFilesAsync(workspace, version.Trees);
    }

    /// <summary>Other programs read what is downloaded; as XGBoost's JSON it says what the version's own bytes say.</summary>
    private static async Task CheckFilesAsync(ServedWorkspace workspace, int trees)
    {
        foreach (string format in (string[])["xgboost", "onnx"])
        {
            using var response = await workspace.Http.GetAsync($"/v1/models/churn/versions/1.0/file?format={format}", TestContext.Current.CancellationToken);
            var forest = Forest.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

            Assert.StartsWith("attachment; filename=churn-1.0.", response.Content.Headers.ContentDisposition?.ToString());
            Assert.Equal(trees, forest.TreeCount);
        }

        foreach (string wrong in (string[])["1.0/file?format=pickle", "9.9/file"])
            Assert.Contains("COP-API-003", await (await workspace.Http.GetAsync($"/v1/models/churn/versions/{wrong}", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
