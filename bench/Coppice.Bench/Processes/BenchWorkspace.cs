using System.Text.Json;
using Coppice.Client;

namespace Coppice.Bench.Processes;

/// <summary>A workspace in a temporary folder, used through the command line as a user would.</summary>
internal sealed class BenchWorkspace : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "coppice.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("coppice-bench-").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Runs a command that must succeed.</summary>
    public Task<string> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        ProcessRun.OutputAsync(Folder, "dotnet", ["exec", Program, .. arguments], cancellationToken);

    /// <summary>Runs a command with <c>--json</c>: one answer per line.</summary>
    public async Task<IReadOnlyList<T>> AnswersAsync<T>(CancellationToken cancellationToken, params string[] arguments)
    {
        string output = await RunAsync(cancellationToken, [.. arguments, "--json"]);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<T>(l, CoppiceJson.Options)!)];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
