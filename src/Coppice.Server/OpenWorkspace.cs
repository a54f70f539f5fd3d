using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server;

/// <summary>Takes a workspace for this process and puts right what an earlier one may have left behind.</summary>
internal static class OpenWorkspace
{
    /// <summary>Names the database; it wins over the definition file.</summary>
    private const string DatabaseVariable = "COPPICE_DATABASE";

    public static (WorkspaceDefinition Definition, OpenedWorkspace Workspace) Run(CoppiceServerOptions options)
    {
        var owner = WorkspaceOwner.Acquire(options.WorkspaceFolder);
        try
        {
            var definition = ReadDefinition(options.WorkspaceFolder);
            var database = Database.Open(Location(options.WorkspaceFolder, definition));
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

    // The environment wins, so that a password needs to stand in no file.
    private static string Location(string folder, WorkspaceDefinition definition)
    {
        string? fromEnvironment = Environment.GetEnvironmentVariable(DatabaseVariable);
        string location = string.IsNullOrEmpty(fromEnvironment) ? definition.Database ?? "coppice.db" : fromEnvironment;
        if (Database.ProblemWith(location) is { } problem)
            throw new IOException($"{DatabaseVariable}: {problem}.");
        return Database.IsFile(location) ? Path.Combine(folder, location) : location;
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
