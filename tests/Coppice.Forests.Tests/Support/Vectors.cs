using System.Text.Json.Nodes;

namespace Coppice.Forests.Tests.Support;

/// <summary>The design's test vectors, which live beside the repository.</summary>
internal static class Vectors
{
    public static JsonNode Read(string name) => JsonNode.Parse(ReadBytes(name))!;

    public static byte[] ReadBytes(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Coppice.slnx")))
            folder = folder.Parent;
        string path = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "design", "vectors", name);
        if (!File.Exists(path))
            Assert.Skip($"../shared is not here: {path}");
        return File.ReadAllBytes(path);
    }
}
