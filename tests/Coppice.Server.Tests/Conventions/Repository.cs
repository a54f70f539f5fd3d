namespace Coppice.Server.Tests.Conventions;

/// <summary>The files the conventions are about.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "wwwroot"];

    public static string Root { get; } = FindRoot();

    /// <summary>Everything that ships.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = ReadSources("src");

    public static IReadOnlyList<SourceFile> Tests { get; } = ReadSources("tests");

    public static IReadOnlyList<SourceFile> Everything { get; } = [.. Sources, .. Tests, .. ReadSources("bench")];

    public static IEnumerable<SourceFile> ServerSources => Sources.Where(s => s.Project == "Coppice.Server");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Paths from the root, with forward slashes, in a stable order, without what a build leaves behind.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var directory = new DirectoryInfo(Path.Combine(Root, folder));
        return directory.Exists
            ? directory.EnumerateFiles(pattern, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/'))
                .Where(p => !p.Split('/').Any(s => NotOurs.Contains(s)))
                .Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The prose that people read, without the history of changes, which may speak of what is gone.</summary>
    public static IEnumerable<string> Documents => [.. Files("docs", "*.md"), "README.md", "CONTRIBUTING.md"];

    public static void AssertNone(IEnumerable<string> offences, string rule)
    {
        var list = offences.Distinct().ToList();
        Assert.True(list.Count == 0, $"{rule}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", list)}");
    }

    private static List<SourceFile> ReadSources(string folder) => [.. Files(folder, "*.cs").Select(p => new SourceFile(p, Read(p)))];

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Coppice.slnx")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Coppice.slnx.");
    }
}
