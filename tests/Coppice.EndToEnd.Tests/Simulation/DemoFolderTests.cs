using Coppice.Cli.Workspaces;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Storage;

namespace Coppice.EndToEnd.Tests.Simulation;

public sealed class DemoFolderTests
{
    [Fact]
    public async Task An_earlier_demo_is_kept_unless_told_otherwise()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(DefinitionFiles.Demo());
        folder.Write("coppice.db", "precious");
        CoppiceResult result = (await folder.RunAsync("demo", ".")).Exits(1);
        Assert.Equal($"{folder.FullName} holds an earlier demo: coppice status --workspace {folder.FullName} shows it, coppice demo --fresh starts over.\n", result.Error);
        Assert.Equal("precious", folder.Read("coppice.db"));
    }

    [Theory]
    [InlineData("demo", ".")]
    [InlineData("demo", ".", "--fresh")]
    public async Task A_folder_with_other_things_is_never_touched(params string[] arguments)
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace("workspace: precious\n");
        CoppiceResult result = (await folder.RunAsync(arguments)).Exits(1);
        Assert.Contains("holds something other than a demo and was left as it is", result.Error);
        Assert.Equal("workspace: precious\n", folder.Read("coppice.yaml"));
    }

    [Fact]
    public async Task Starting_over_brings_the_lexicon_of_the_demo_back()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(DefinitionFiles.Demo());
        folder.Write("lexicon.csv", "id,label,aliases\nmine,mine,\n");
        folder.Write("notes.csv", "customer,note\nc1,Prêt à acheter une montre\n");

        (await folder.RunAsync("demo", ".", "--fresh", "--days", "1", "--customers", "1020")).Exits(0);

        Assert.Contains("\ndecided,ready to buy,prêt à acheter|", folder.Read("lexicon.csv"));
        Assert.Contains("c1,decided,prêt à acheter,0,14", (await folder.RunAsync("concepts", "notes.csv")).Exits(0).Output);
    }

    [Fact]
    public async Task A_demo_that_still_runs_is_not_started_over()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(DefinitionFiles.Demo());
        folder.Write("coppice.db", "precious");
        using WorkspaceOwner owner = WorkspaceOwner.Acquire(folder.FullName);
        owner.Publish("http://127.0.0.1:1", "serve");
        CoppiceResult result = (await folder.RunAsync("demo", ".", "--fresh")).Exits(1);
        Assert.Contains("is in use by coppice serve", result.Error);
        Assert.Equal("precious", folder.Read("coppice.db"));
    }
}
