using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces;

/// <summary>Where a workspace keeps its data: what COPPICE_DATABASE says, else the definition's <c>database:</c>, else coppice.db beside it.</summary>
public static class DatabaseLocation
{
    /// <summary>The environment wins, so that a password needs to stand in no file.</summary>
    public const string Variable = "COPPICE_DATABASE";

    private const string Default = "coppice.db";

    /// <summary>The path of the file, or the address of a PostgreSQL database.</summary>
    /// <exception cref="IOException">The environment names neither.</exception>
    public static string Of(string folder, WorkspaceDefinition? definition)
    {
        string location = FromEnvironment ?? definition?.Database ?? Default;
        if (Database.ProblemWith(location) is { } problem)
            throw new IOException($"{Variable}: {problem}.");
        return Database.IsFile(location) ? Path.GetFullPath(Path.Combine(folder, location)) : location;
    }

    /// <summary>Who says where, for messages.</summary>
    public static string Source => FromEnvironment is null ? $"database: in {DefinitionFile.Name}" : Variable;

    private static string? FromEnvironment => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } location ? location : null;
}
