using System.Text.Json;
using Coppice.Client;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>What a finished process left: its exit code and everything it wrote.</summary>
internal sealed record CoppiceResult(string CommandLine, int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails with everything the process wrote unless it ended as expected.</summary>
    public CoppiceResult Exits(int code)
    {
        Assert.True(ExitCode == code, $"{this}\nexpected exit code {code}");
        return this;
    }

    /// <summary>The one JSON document on standard output.</summary>
    public T Json<T>() => JsonSerializer.Deserialize<T>(Output, CoppiceJson.Options)!;

    /// <summary>Standard output as one JSON object per line.</summary>
    public IReadOnlyList<T> JsonLines<T>() => [.. OutputLines.Select(l => JsonSerializer.Deserialize<T>(l, CoppiceJson.Options)!)];

    public override string ToString() => $"$ coppice {CommandLine}\n{Output}{Error}exit code {ExitCode}";
}
