namespace Coppice.Server.Tests.Files;

/// <summary>Finds the public data sets that lie beside the repository, or skips the test.</summary>
internal static class SharedData
{
    public static string Find(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Coppice.slnx")))
            folder = folder.Parent;
        string file = Path.GetFullPath(Path.Combine(folder?.FullName ?? ".", "..", "shared", "data", path));
        Assert.SkipUnless(File.Exists(file), $"../shared is not here: {path}");
        return file;
    }
}
