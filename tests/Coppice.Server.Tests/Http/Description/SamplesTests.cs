using System.Text.RegularExpressions;
using Coppice.Client;
using Coppice.Server.Tests.Conventions;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Http.Description;

/// <summary>Every request of docs/samples is sent as it stands there; the answer has the status noted above it.</summary>
public sealed partial class SamplesTests
{
    public static TheoryData<string> Files => [.. Repository.Files("docs/samples", "*.http").Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_sample_is_answered_as_it_says(string file)
    {
        await using var server = await RunningServer.StartAsync();
        await TrainAsync(server);
        var wrong = new List<string>();
        foreach (Match sample in Samples(Repository.Read(file)))
        {
            using var response = await server.Http.SendAsync(Request(sample), TestContext.Current.CancellationToken);
            if ((int)response.StatusCode != int.Parse(sample.Groups["status"].Value))
                wrong.Add($"{sample.Groups["method"].Value} {sample.Groups["path"].Value}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_sample_is_understood()
    {
        foreach (string file in Files)
        {
            string text = Repository.Read(file);
            Assert.Equal(text.Split('\n').Count(line => line.StartsWith("###", StringComparison.Ordinal)), Samples(text).Count);
        }
    }

    private static MatchCollection Samples(string text) => Sample().Matches(text);

    private static HttpRequestMessage Request(Match sample)
    {
        var request = new HttpRequestMessage(new HttpMethod(sample.Groups["method"].Value), new Uri(sample.Groups["path"].Value, UriKind.Relative));
        if (sample.Groups["type"].Success)
            request.Content = RunningServer.Text(sample.Groups["body"].Value.TrimEnd('\n') + "\n", sample.Groups["type"].Value);
        return request;
    }

    private static async Task TrainAsync(RunningServer server)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var rows = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(TrainedWorkspace.Rows(600, firstDay: 0, days: 10)));
        await server.Client.ImportAsync("examples", rows, "rows.csv", cancellationToken: cancellation);
        var run = await server.Client.StartRunAsync("left", new RetrainRequest("full"), cancellation);
        await foreach (var step in server.Client.FollowRunAsync(run.Id, cancellation))
            Assert.NotNull(step.Step);
        Assert.Equal("promoted", (await server.Client.GetRunAsync(run.Id, cancellation)).Result?.Decision);
    }

    [GeneratedRegex("^# expect (?<status>\\d{3})\\n(?<method>[A-Z]+) \\{\\{host\\}\\}(?<path>\\S+)\\n(Content-Type: (?<type>[^\\n]+)\\n\\n(?<body>.*?)(?=\\n###|\\z))?", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Sample();
}
