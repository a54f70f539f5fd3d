namespace Coppice.EndToEnd.Tests.Support;

/// <summary>A workspace for a table that nothing was imported into, and the server that holds it: a command that finds one need not be one.</summary>
public sealed class ServedTable : IAsyncLifetime
{
    private CoppiceProcess? _server;

    internal TemporaryFolder Folder { get; } = TemporaryFolder.WithWorkspace(Steps.TableDefinition);

    public async ValueTask InitializeAsync()
    {
        _server = Folder.Start("serve", "--url", "http://127.0.0.1:0");
        await Steps.AddressAsync(_server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.TerminateAsync();
            await _server.WaitAsync();
            await _server.DisposeAsync();
        }

        Folder.Dispose();
    }
}
