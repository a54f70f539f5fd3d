using Coppice.Server;
using Coppice.Server.Storage;
using Coppice.Server.Text.Concepts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Bench.Labels;

/// <summary>A server that is built and never started, in a folder of its own that is gone when disposed of.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _application;

    private BenchServer(string folder, WebApplication application)
    {
        _folder = folder;
        _application = application;
    }

    public Database Database => Get<Database>();

    public WorkspaceClock Clock => Get<WorkspaceClock>();

    public static async Task<BenchServer> BuildAsync(string definition, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("coppice-bench-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "coppice.yaml"), definition, cancellationToken);
        var options = new CoppiceServerOptions { WorkspaceFolder = folder, Address = $"unix:{Path.Combine(folder, "s")}", Activity = "bench" };
        return new BenchServer(folder, await CoppiceServer.BuildAsync(options, cancellationToken));
    }

    public async Task WriteLexiconAsync(Lexicon lexicon)
    {
        await using var text = new StreamWriter(Path.Combine(_folder, Lexicon.FileName));
        lexicon.Write(text);
    }

    public T Get<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
