using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests;

public sealed class OpenWorkspaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coppice-test-").FullName;

    private CoppiceServerOptions Options => new() { WorkspaceFolder = _folder, Address = "unix:/nowhere" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_that_a_killed_process_left_behind_is_over_at_the_next_opening()
    {
        Define("workspace: test\nmodels:\n  purchase:\n    predicts: probability\n    label: { event: purchase, within: 30d }\n");
        long id;
        using (var killed = OpenWorkspace.Run(Options).Workspace)
        {
            id = killed.Database.Write(session => new RunStore().Start(session, new Run
            {
                ModelId = new ModelStore().Number(session, "purchase"),
                Strategy = Strategies.Full,
                Trigger = "manual",
                Actor = "test",
                State = RunStates.Running,
                StartedAt = killed.Clock.GetUtcNow(),
            }));
        }

        using var opened = OpenWorkspace.Run(Options).Workspace;

        var run = opened.Database.Read(session => new RunStore().Find(session, id))!;
        Assert.Equal(RunStates.Interrupted, run.State);
        Assert.NotNull(run.FinishedAt);
        Assert.Contains("the champion stayed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_with_problems_opens_nothing_and_holds_nothing()
    {
        Define("workspace: test\nmodles: {}\n");

        Assert.Throws<InvalidDefinitionException>(() => OpenWorkspace.Run(Options));

        Assert.False(File.Exists(Path.Combine(_folder, "coppice.db")));
        WorkspaceOwner.Acquire(_folder).Dispose();
    }

    private void Define(string text) => File.WriteAllText(Path.Combine(_folder, DefinitionFile.Name), text);
}
