namespace Coppice.EndToEnd.Tests.Support;

/// <summary>Real data that lies beside the repository, and is no part of it.</summary>
internal static class SharedData
{
    /// <summary>The whole path; the test is skipped where the file is not there.</summary>
    public static string PathOf(string file)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Coppice.slnx")))
                continue;
            string path = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", file));
            if (!File.Exists(path))
                Assert.Skip($"../shared/data/{file} is not here.");
            return path;
        }

        throw new InvalidOperationException("Coppice.slnx was not found above the test executable.");
    }
}
