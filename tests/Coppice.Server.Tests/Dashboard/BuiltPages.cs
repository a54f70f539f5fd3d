namespace Coppice.Server.Tests.Dashboard;

/// <summary>A folder as the dashboard's build leaves it.</summary>
internal sealed class BuiltPages : IDisposable
{
    public const string Script = "console.log('plain')";

    public BuiltPages()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "assets"));
        File.WriteAllText(Path.Combine(Folder, "index.html"), "<!doctype html><html><head><title>Coppice</title><meta name=\"style-nonce\" content=\"\" /></head><body>start</body></html>");
        File.WriteAllText(Path.Combine(Folder, "favicon.svg"), "<svg/>");
        File.WriteAllText(Path.Combine(Folder, "assets", "index-Ab3_x9Qz.js"), Script);
        File.WriteAllText(Path.Combine(Folder, "assets", "index-Ab3_x9Qz.js.br"), "as br");
        File.WriteAllText(Path.Combine(Folder, "assets", "index-Ab3_x9Qz.js.gz"), "as gzip");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Folder)!, "secret.txt"), "secret");
    }

    public string Folder { get; } = Directory.CreateDirectory(Path.Combine(Directory.CreateTempSubdirectory("coppice-test-").FullName, "wwwroot")).FullName;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
}
