namespace Coppice.Bench.Processes;

/// <summary>Data and peers beside the repository, which it does not contain.</summary>
internal static class Surroundings
{
    private const string Shared = "../shared";

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string Data(string path) => Path.GetFullPath(Path.Combine(Root, Shared, "data", path));

    public static string Peer(string script) => Path.GetFullPath(Path.Combine(Root, Shared, "peers", script));

    /// <summary>Why a case cannot be measured, or null.</summary>
    public static string? Missing(params string[] paths) =>
        paths.FirstOrDefault(p => !File.Exists(p)) is { } missing ? $"{Path.GetRelativePath(Root, missing)} is not here" : null;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Coppice.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"Coppice.slnx was expected above {AppContext.BaseDirectory}.");
    }
}
