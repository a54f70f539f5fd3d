using Coppice.Server.Storage;

namespace Coppice.Server.Tests.Storage;

public sealed class WorkspaceOwnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coppice-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_second_owner_is_told_who_has_the_workspace()
    {
        using var owner = WorkspaceOwner.Acquire(_folder);
        owner.Publish("http://127.0.0.1:1", "serve");

        var refused = Assert.Throws<WorkspaceInUseException>(() => WorkspaceOwner.Acquire(_folder));

        Assert.Equal(Environment.ProcessId, refused.Owner?.Process);
        Assert.Contains("coppice serve", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_that_was_let_go_can_be_taken_again()
    {
        using (var owner = WorkspaceOwner.Acquire(_folder))
            owner.Publish("http://127.0.0.1:1", "serve");

        Assert.Null(WorkspaceOwner.ReadNote(_folder));
        WorkspaceOwner.Acquire(_folder).Dispose();
    }

    [Fact]
    public void A_note_left_by_a_killed_process_holds_nobody_up()
    {
        Directory.CreateDirectory(Path.Combine(_folder, ".coppice"));
        File.WriteAllText(Path.Combine(_folder, ".coppice", "owner.json"), "{ half a no");

        Assert.Null(WorkspaceOwner.ReadNote(_folder));
        WorkspaceOwner.Acquire(_folder).Dispose();
    }
}
