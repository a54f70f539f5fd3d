using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server;

/// <summary>Takes a workspace for this process and puts right what an earlier one may have left behind.</summary>
internal static class OpenWorkspace
{
    public static (WorkspaceDefinition Definition, OpenedWorkspace Workspace) Run(CoppiceServerOptions options)
    {
        var owner = WorkspaceOwner.Acquire(options.WorkspaceFolder);
        try
        {
            var definition = ReadDefinition(options.WorkspaceFolder);
            var database = Database.Open(DatabaseLocation.Of(options.WorkspaceFolder, definition));
            var clock = new WorkspaceClock(options.Time);
            database.Write(session =>
            {
                new SimulatedTime(new SettingsStore()).Restore(session, clock);
                new RunStore().CloseInterrupted(session, clock.GetUtcNow());
            });
            return (definition, new OpenedWorkspace(owner, database, clock));
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    private static WorkspaceDefinition ReadDefinition(string folder)
    {
        string path = Path.Combine(folder, DefinitionFile.Name);
        var result = DefinitionFile.Read(path);
        return result.IsValid ? result.Definition : throw new InvalidDefinitionException(path, result.Problems);
    }
}

/// <summary>A workspace held by this process; disposing of it lets it go.</summary>
internal sealed record OpenedWorkspace(WorkspaceOwner Owner, Database Database, WorkspaceClock Clock) : IDisposable
{
    public void Dispose()
    {
        Database.Dispose();
        Owner.Dispose();
    }
}
