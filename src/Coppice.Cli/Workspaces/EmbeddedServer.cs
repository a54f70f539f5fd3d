using Coppice.Server;
using Microsoft.AspNetCore.Builder;

namespace Coppice.Cli.Workspaces;

/// <summary>The server inside this process: reachable by this process only, or at an address where others can look on.</summary>
internal sealed class EmbeddedServer : IAsyncDisposable
{
    // A socket's path may take 104 bytes on macOS, 108 on Linux.
    private const int LongestFolder = 90;

    private readonly WebApplication _application;
    private readonly string? _socketFolder;

    private EmbeddedServer(WebApplication application, string? socketFolder, string address)
    {
        _application = application;
        _socketFolder = socketFolder;
        Address = address;
    }

    public string Address { get; }

    /// <summary>Starts it at <paramref name="url"/>, or where only this process finds it when that is null.</summary>
    public static async Task<EmbeddedServer> StartAsync(string workspaceFolder, string activity, string? url, CancellationToken cancellationToken)
    {
        string? socketFolder = url is null ? CreateSocketFolder() : null;
        string address = url ?? ServerAddress.OfSocket(Path.Combine(socketFolder!, "s"));
        WebApplication? application = null;
        try
        {
            var options = new CoppiceServerOptions { WorkspaceFolder = workspaceFolder, Address = address, Activity = activity };
            application = await CoppiceServer.BuildAsync(options, cancellationToken);
            await application.StartAsync(cancellationToken);
            return new EmbeddedServer(application, socketFolder, url is null ? address : application.Urls.FirstOrDefault() ?? address);
        }
        catch
        {
            if (application is not null)
                await application.DisposeAsync();
            DeleteFolder(socketFolder);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        DeleteFolder(_socketFolder);
    }

    private static void DeleteFolder(string? socketFolder)
    {
        if (socketFolder is not null)
            Directory.Delete(socketFolder, recursive: true);
    }

    // Temporary folders are made for their owner only (mode 0700).
    private static string CreateSocketFolder()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("coppice-");
        if (folder.FullName.Length <= LongestFolder || OperatingSystem.IsWindows())
            return folder.FullName;
        string shorter = Path.Combine("/tmp", folder.Name);
        folder.Delete();
        return Directory.CreateDirectory(shorter, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }
}
