namespace Coppice.EndToEnd.Tests.Support;

/// <summary>The public data sets that lie beside the repository; without them a test is skipped.</summary>
internal static class SharedFiles
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
