namespace Coppice.Server.Tests.Conventions;

public class RootTests
{
    private const int MostEntries = 16;

    [Fact]
    public void The_root_can_be_taken_in_at_a_glance()
    {
        var ignored = Repository.Read(".gitignore").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var entries = new DirectoryInfo(Repository.Root).EnumerateFileSystemInfos()
            .Where(e => !e.Name.StartsWith('.') && !ignored.Any(p => IsIgnored(e.Name, p)) && !IsWorkspace(e))
            .Select(e => e.Name)
            .ToList();

        Repository.AssertNone(entries.Count > MostEntries ? entries : [], $"At most {MostEntries} visible entries at the root, found {entries.Count}:");
    }

    [Fact]
    public void Prose_lives_in_docs()
    {
        Repository.AssertNone(
            Repository.Files("src", "*.md").Concat(Repository.Files("src", "README*")).Concat(Repository.Files("tests", "*.md")),
            "No page of prose inside source folders; docs/ is where it is read and checked:");
    }

    private static bool IsIgnored(string name, string pattern) =>
        pattern.StartsWith('*') ? name.EndsWith(pattern[1..], StringComparison.Ordinal) : name == pattern.Trim('/');

    /// <summary>Someone who tries the product where they cloned it has a workspace there; it is not part of the repository.</summary>
    private static bool IsWorkspace(FileSystemInfo entry) =>
        entry.Name == "coppice.yaml" || File.Exists(Path.Combine(entry.FullName, "coppice.yaml"));
}
