using Coppice.Cli.Workspaces;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.EndToEnd.Tests.Workspaces;

public sealed class InitTests
{
    [Fact]
    public async Task Init_writes_a_definition_and_says_what_to_do_next()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("init", "--name", "boutique")).Exits(0);
        Assert.StartsWith("workspace: boutique", folder.Read("coppice.yaml"));
        Assert.Contains("coppice import events FILE", result.Output);
    }

    [Fact]
    public async Task Init_leaves_an_existing_definition_alone()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace("workspace: precious\n");
        CoppiceResult result = (await folder.RunAsync("init")).Exits(1);
        Assert.Contains("exists already and was left as it is. --force replaces it.", result.Error);
        Assert.Equal("workspace: precious\n", folder.Read("coppice.yaml"));
    }

    [Fact]
    public async Task Init_replaces_it_when_forced()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace("workspace: old\n");
        (await folder.RunAsync("init", "--force", "--name", "new")).Exits(0);
        Assert.StartsWith("workspace: new", folder.Read("coppice.yaml"));
    }

    [Fact]
    public async Task Init_makes_the_folder_it_is_pointed_at()
    {
        using var folder = new TemporaryFolder();
        (await folder.RunAsync("init", "--workspace", "shop/eu")).Exits(0);
        Assert.StartsWith("workspace: eu", folder.Read("shop/eu/coppice.yaml"));
    }

    [Theory]
    [InlineData("Ann's shop, 2026", "Ann-s-shop--2026")]
    [InlineData("日本", "workspace")]
    public async Task A_folder_of_any_name_gives_a_workspace_a_name(string folderName, string name)
    {
        using var folder = new TemporaryFolder();
        (await folder.RunAsync("init", "--workspace", folderName)).Exits(0);
        Assert.Equal(name, DefinitionFile.Read(folder.PathOf($"{folderName}/coppice.yaml")).Definition!.Name);
    }

    [Fact]
    public async Task A_name_that_cannot_be_is_refused_before_anything_is_written()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("init", "--name", "a b")).Exits(1);
        Assert.StartsWith("No definition was written: workspace: expected a name of letters, digits, - and _", result.Error);
        Assert.False(folder.Has("coppice.yaml"));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("init", "--from-csv", "telco.csv", "--target", "Churn")).Exits(1);
        Assert.Equal("There is no file telco.csv.\n", result.Error);
        Assert.False(folder.Has("coppice.yaml"));
    }

    [Fact]
    public async Task A_definition_is_inferred_from_a_table()
    {
        using var folder = new TemporaryFolder();
        folder.Write("telco.csv", "customerID,tenure,Churn\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"c{i},{i % 7},{(i % 3 == 0 ? "Yes" : "No")}\n")));
        CoppiceResult result = (await folder.RunAsync("init", "--from-csv", "telco.csv", "--target", "Churn", "--name", "telco")).Exits(0);
        Assert.Contains("coppice import labels telco.csv", result.Output);
        WorkspaceDefinition definition = DefinitionFile.Read(folder.PathOf("coppice.yaml")).Definition!;
        Assert.Equal(new ColumnLabel("Churn", "Yes"), definition.Models[0].Label);
    }

    [Fact]
    public async Task A_table_of_outcomes_needs_no_target()
    {
        using var folder = new TemporaryFolder();
        folder.Write("labels.csv", "client_id,purchased,date\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"c{i},{i % 3 / 2},2026-01-01\n")));
        CoppiceResult result = (await folder.RunAsync("init", "--from-csv", "labels.csv")).Exits(0);
        Assert.Contains("coppice import notes FILE  ·  coppice import outcomes labels.csv", result.Output);
        ModelDefinition model = Assert.Single(DefinitionFile.Read(folder.PathOf("coppice.yaml")).Definition!.Models);
        Assert.Equal(("purchase", FeatureGroups.Kept), (model.Name, model.Features));
    }

    [Fact]
    public async Task A_target_without_its_table_is_wrong_usage()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("init", "--target", "Churn")).Exits(2);
        Assert.Contains("--target COLUMN needs the table it stands in: --from-csv FILE.", result.Error);
    }

    [Fact]
    public async Task A_target_that_is_not_there_is_refused_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        folder.Write("telco.csv", "customerID,Churn\nc1,Yes\nc2,No\n");
        CoppiceResult result = (await folder.RunAsync("init", "--from-csv", "telco.csv", "--target", "Chrun")).Exits(1);
        Assert.Contains("telco.csv: there is no column \"Chrun\" (did you mean Churn?)", result.Error);
        Assert.False(folder.Has("coppice.yaml"));
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        Assert.Empty(DefinitionFile.Parse(DefinitionFiles.Default("shop-1")).Problems);
        Assert.Empty(DefinitionFile.Parse(DefinitionFiles.Demo()).Problems);
    }
}
