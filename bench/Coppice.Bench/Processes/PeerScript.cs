using System.Text.Json;

namespace Coppice.Bench.Processes;

/// <summary>A script a user would write instead; it prints JSON objects, one per line.</summary>
internal static class PeerScript
{
    public const string Python = "/usr/bin/python3";

    /// <summary>Why no peer can run here, or null.</summary>
    public static Task<string?> MissingAsync(CancellationToken cancellationToken) => MissingAsync("numpy, pandas, sklearn, xgboost", cancellationToken);

    /// <summary>The same for a peer that needs other modules.</summary>
    public static async Task<string?> MissingAsync(string modules, CancellationToken cancellationToken)
    {
        if (!File.Exists(Python))
            return $"{Python} is not here";
        try
        {
            await ProcessRun.OutputAsync(Surroundings.Root, Python, ["-c", "import " + modules], cancellationToken);
            return null;
        }
        catch (InvalidOperationException)
        {
            return $"{Python} lacks one of {modules} (apt-get install python3-NAME)";
        }
    }

    public static async Task<IReadOnlyList<JsonElement>> RunAsync(string path, string[] arguments, CancellationToken cancellationToken)
    {
        string output = await ProcessRun.OutputAsync(Path.GetDirectoryName(path)!, Python, [path, .. arguments], cancellationToken);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }
}
