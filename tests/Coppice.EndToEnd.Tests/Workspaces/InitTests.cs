using Coppice.EndToEnd.Tests.Support;

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

    [Fact]
    public async Task A_table_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("init", "--from-csv", "telco.csv", "--target", "Churn")).Exits(1);
        Assert.Equal("There is no file telco.csv.\n", result.Error);
        Assert.False(folder.Has("coppice.yaml"));
    }
}
