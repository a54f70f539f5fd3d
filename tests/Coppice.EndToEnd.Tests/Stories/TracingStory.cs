using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

public sealed class TracingStory
{
    [Fact]
    public async Task A_collector_that_the_environment_names_gets_requests_imports_commits_and_runs_with_their_steps()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync();
        using var folder = TemporaryFolder.WithWorkspace(Steps.TableDefinition);
        folder.Write("customers.csv", SomeFiles.Table(1500));
        (string, string)[] environment = [("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

        (await folder.RunAsync(environment, "import", "labels", "customers.csv")).Exits(0);
        (await folder.RunAsync(environment, "retrain", "churn")).Exits(0);

        ReceivedSpan[] spans = [.. receiver.Spans];
        ReceivedSpan upload = Assert.Single(spans, s => s.Name == "POST /v1/examples");
        ReceivedSpan import = Assert.Single(spans, s => s.Name == "import");
        Assert.Equal((upload.Trace, upload.Id), (import.Trace, import.Parent));
        Assert.Contains(spans, s => s.Name == "commit");
        ReceivedSpan run = Assert.Single(spans, s => s.Name == "run churn");
        var steps = spans.Where(s => s.Parent == run.Id).Select(s => s.Name).ToHashSet();
        Assert.Superset(new HashSet<string> { "labels", "read", "fit", "judge", "save" }, steps);
    }
}
