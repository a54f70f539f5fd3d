using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;

namespace Coppice.Bench.Ingest;

/// <summary>A million events in one request, from its first byte to the report, which comes when all of them are on disk.</summary>
internal static class BulkCases
{
    private const int Rows = 1_000_000;
    private const int Repeats = 5;
    private const double Must = 100_000;
    private const double Aim = 250_000;

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        await RunAsync(report, "bulk", "text/csv", EventFile.Csv(Rows), cancellationToken);
        await RunAsync(report, "bulk.ndjson", "application/x-ndjson", EventFile.Ndjson(Rows), cancellationToken);
    }

    private static async Task RunAsync(BenchReport report, string name, string type, byte[] body, CancellationToken cancellationToken)
    {
        var speeds = new List<double>();
        bool equal = true;
        for (int repeat = 1; repeat <= Repeats; repeat++)
        {
            BenchReport.Tell($"{name}: {repeat} of {Repeats}");
            using var workspace = new BenchWorkspace();
            workspace.Write("coppice.yaml", IngestBenchmark.Definition);
            using var server = await ServerProcess.ServeAsync(workspace, cancellationToken);
            using var http = new HttpClient { BaseAddress = new Uri(server.Url), Timeout = TimeSpan.FromMinutes(5) };
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            long began = Stopwatch.GetTimestamp();
            using var response = await http.PostAsync("/v1/events?file=events", content, cancellationToken);
            var answer = await response.Content.ReadFromJsonAsync<ImportReport>(CoppiceJson.Options, cancellationToken);
            speeds.Add(Rows / Stopwatch.GetElapsedTime(began).TotalSeconds);
            var stats = await new CoppiceClient(http).GetStatsAsync(cancellationToken);
            equal &= answer!.Imported == Rows && stats.Events.Sum(e => e.Count) == Rows;
        }

        double median = Medians.Of(speeds);
        report.Add(new BenchLine(IngestBenchmark.Name, name, "events_per_second", "1/s")
        {
            Ours = median,
            Equal = equal,
            Must = Must,
            Aim = Aim,
            Holds = median >= Must,
        });
    }
}
