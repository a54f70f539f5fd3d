using Microsoft.AspNetCore.StaticFiles;

namespace Coppice.Server.Dashboard;

/// <summary>The dashboard as it was built: its files are found once, so a request can name no other.</summary>
internal sealed class DashboardFiles
{
    /// <summary>What the build names after its content stands here.</summary>
    public const string Hashed = "/assets/";

    private const string Start = "index.html";
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly Dictionary<string, DashboardFile> _files;

    private DashboardFiles(Dictionary<string, DashboardFile> files, StartPage? start)
    {
        _files = files;
        StartPage = start;
    }

    /// <summary>Null where the dashboard has not been built.</summary>
    public StartPage? StartPage { get; }

    public DashboardFile? Find(string path) => _files.GetValueOrDefault(path);

    public static DashboardFiles Read(string folder)
    {
        string start = Path.Combine(folder, Start);
        if (!File.Exists(start))
            return new DashboardFiles([], null);
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal);
        var files = paths
            .Where(path => path != start && !IsCoded(path, paths))
            .Select(path => Describe(folder, path, paths))
            .ToDictionary(file => file.Address, StringComparer.Ordinal);
        return new DashboardFiles(files, StartPage.Of(File.ReadAllText(start)));
    }

    private static bool IsCoded(string path, HashSet<string> paths) =>
        Path.GetExtension(path) is ".br" or ".gz" && paths.Contains(Path.ChangeExtension(path, null));

    private static DashboardFile Describe(string folder, string path, HashSet<string> paths)
    {
        string address = "/" + Path.GetRelativePath(folder, path).Replace('\\', '/');
        var info = new FileInfo(path);
        return new DashboardFile(
            address,
            path,
            Types.TryGetContentType(path, out string? type) ? type : "application/octet-stream",
            $"{info.Length:x}-{info.LastWriteTimeUtc.Ticks:x}",
            [.. ContentCoding.All.Where(coding => paths.Contains(path + coding.Extension))]);
    }
}
