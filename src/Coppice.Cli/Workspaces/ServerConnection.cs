using Coppice.Cli.Invocation;
using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Cli.Workspaces;

/// <summary>
/// A way to the server of a workspace, for the length of one command. If a server holds the workspace, that one is asked;
/// if nobody does, this process takes it and serves itself; if another command does, it is waited for.
/// </summary>
internal sealed class ServerConnection : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http;
    private readonly EmbeddedServer? _embedded;

    private ServerConnection(HttpClient http, EmbeddedServer? embedded)
    {
        _http = http;
        _embedded = embedded;
        Client = new CoppiceClient(http);
    }

    public CoppiceClient Client { get; }

    /// <summary>Where the server answers.</summary>
    public Uri Address => _http.BaseAddress!;

    public static Task<ServerConnection> OpenAsync(string folder, string activity, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(folder, activity, url: null, time, cancellationToken);

    /// <summary>The same, where a server that this process starts answers others too, at <paramref name="url"/>.</summary>
    public static async Task<ServerConnection> OpenAsync(string folder, string activity, string? url, TimeProvider time, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        while (true)
        {
            if (await TryReachServerAsync(folder, cancellationToken) is { } http)
                return new ServerConnection(http, embedded: null);
            try
            {
                EmbeddedServer embedded = await EmbeddedServer.StartAsync(folder, activity, url, cancellationToken);
                return new ServerConnection(ServerAddress.CreateHttp(embedded.Address), embedded);
            }
            catch (WorkspaceInUseException inUse) when (time.GetElapsedTime(start) > LongestWait)
            {
                throw new CommandFailure($"{inUse.Message} It did not finish within {LongestWait.TotalSeconds:F0} s: try again later, or stop it.");
            }
            catch (WorkspaceInUseException)
            {
                // A command of somebody else's, or a server that is just starting: both pass.
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_embedded is not null)
            await _embedded.DisposeAsync();
    }

    private static async Task<HttpClient?> TryReachServerAsync(string folder, CancellationToken cancellationToken)
    {
        OwnerNote? owner = WorkspaceOwner.ReadNote(folder);
        if (owner is null || ServerAddress.IsPrivate(owner.Address) || !IsHeld(folder))
            return null;
        HttpClient http = ServerAddress.CreateHttp(owner.Address);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(HealthPatience);
            using HttpResponseMessage answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative), patience.Token);
            if (answer.IsSuccessStatusCode)
                return http;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // It is starting or ending: the caller asks again until its patience ends.
        }

        http.Dispose();
        return null;
    }

    // The note of a killed server stays behind, and a stranger may answer on its port: only the lock tells.
    private static bool IsHeld(string folder)
    {
        try
        {
            WorkspaceOwner.Acquire(folder).Dispose();
            return false;
        }
        catch (WorkspaceInUseException)
        {
            return true;
        }
    }
}
