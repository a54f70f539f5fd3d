using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Coppice.Bench.Processes;

/// <summary>Load by <c>wrk</c>, one thread: it posts the bodies in turn, each connection as soon as it has its answer.</summary>
internal static partial class Wrk
{
    public static string? Missing => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, "wrk")))
        ? null
        : "wrk is not here (apt-get install wrk)";

    /// <summary>A script that posts these bodies in turn.</summary>
    public static void WriteScript(string path, IEnumerable<string> bodies)
    {
        var script = new StringBuilder("local bodies = {\n");
        foreach (string body in bodies)
            script.Append("[==[").Append(body).Append("]==],\n");
        script.Append("""
            }
            local requests, next = {}, 0
            function init()
              for i = 1, #bodies do requests[i] = wrk.format("POST", nil, {["Content-Type"] = "application/json"}, bodies[i]) end
            end
            function request()
              next = next % #requests + 1
              return requests[next]
            end
            """);
        File.WriteAllText(path, script.ToString());
    }

    public static async Task<LoadResult> RunAsync(string url, string script, int connections, int seconds, CancellationToken cancellationToken)
    {
        string output = await ProcessRun.OutputAsync(
            Path.GetTempPath(), "wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "--timeout", "10s", "-s", script, url], cancellationToken);
        var refused = Refused().Match(output);
        var errors = Errors().Match(output);
        return new LoadResult(
            double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture),
            Microseconds(output, "50%"),
            Microseconds(output, "99%"),
            (refused.Success ? long.Parse(refused.Groups["refused"].Value, CultureInfo.InvariantCulture) : 0)
                + (errors.Success ? errors.Groups.Values.Skip(1).Sum(g => long.Parse(g.Value, CultureInfo.InvariantCulture)) : 0));
    }

    private static double Microseconds(string output, string share)
    {
        var match = Regex.Match(output, share + @"\s+(?<value>[\d.]+)(?<unit>us|ms|s)\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        double value = double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch { "us" => value, "ms" => value * 1e3, _ => value * 1e6 };
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<refused>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"Socket errors: connect (?<connect>\d+), read (?<read>\d+), write (?<write>\d+), timeout (?<timeout>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Errors();
}

/// <summary>What a load came to: requests a second, two quantiles of the latency in microseconds, and how many failed or were refused.</summary>
internal sealed record LoadResult(double RequestsPerSecond, double Median, double Percentile99, long Failed);
