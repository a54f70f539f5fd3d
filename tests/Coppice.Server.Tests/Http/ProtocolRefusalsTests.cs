using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Http;

/// <summary>What no HTTP client would send.</summary>
public sealed class ProtocolRefusalsTests
{
    private static readonly string LongLine = "GET /" + new string('a', 9000) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    private static readonly string LongHeader = "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + new string('a', 40_000) + "\r\n\r\n";
    private static readonly string ManyHeaders = "GET / HTTP/1.1\r\nHost: x\r\n" + string.Concat(Enumerable.Range(0, 70).Select(i => $"X-{i}: 1\r\n")) + "\r\n";

    public static TheoryData<string, int> Requests => new()
    {
        { "hello\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: x\r\nX-Nul: a\0b\r\n\r\n", 400 },
        { "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400 },
        { "GET / HTTP/9.9\r\nHost: x\r\n\r\n", 505 },
        { LongLine, 414 },
        { LongHeader, 431 },
        { ManyHeaders, 431 },
        { "POST /v1/models/purchase/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}", 400 },
        { "POST /v1/models/purchase/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}", 400 },
        { "POST /v1/models/purchase/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: nope\r\n\r\n{}", 400 },
        { "POST /v1/models/purchase/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n", 400 },
        { "POST /v1/models/purchase/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n", 400 },
        { "POST /v1/models/purchase/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999999999\r\n\r\n{", 413 },
        { "POST /v1/models/purchase/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n", 400 },
        { "GET http://[::bad/ HTTP/1.1\r\nHost: x\r\n\r\n", 400 },
    };

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_http_gets_a_problem_document(string request, int status)
    {
        await using var server = await RunningServer.StartAsync();

        string answer = await server.SendRawAsync(request);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer);
        Assert.Contains("\r\nContent-Type: application/problem+json", answer);
        Assert.Contains("\"code\":\"COP-API-", answer);
        await StillServesAsync(server);
    }

    [Fact]
    public async Task The_length_of_the_document_is_the_length_announced()
    {
        await using var server = await RunningServer.StartAsync();

        string[] answer = (await server.SendRawAsync("hello\r\n\r\n")).Split("\r\n\r\n");

        Assert.Equal(2, answer.Length);
        Assert.Contains($"\r\nContent-Length: {answer[1].Length}\r\n", answer[0]);
    }

    [Fact]
    public async Task Headers_that_dribble_in_are_cut_off()
    {
        await using var server = await RunningServer.StartAsync();

        string answer = await server.SendRawAsync("GET /v1/status HTTP/1.1\r\nHost: x\r\nX-Slow: ", TimeSpan.FromSeconds(20));

        Assert.StartsWith("HTTP/1.1 408 ", answer);
        Assert.Contains("COP-API-009", answer);
    }

    [Fact]
    public async Task A_body_that_dribbles_in_is_cut_off()
    {
        await using var server = await RunningServer.StartAsync();

        string answer = await server.SendRawAsync(
            "POST /v1/models/purchase/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{", TimeSpan.FromSeconds(20));

        Assert.StartsWith("HTTP/1.1 408 ", answer);
        Assert.Contains("COP-API-009", answer);
    }

    [Fact]
    public async Task Requests_in_a_row_on_one_connection_are_answered_in_order()
    {
        await using var server = await RunningServer.StartAsync();

        string answer = await server.SendRawAsync(
            "GET /nope HTTP/1.1\r\nHost: x\r\n\r\nGET /v1/status HTTP/1.1\r\nHost: x\r\n\r\nGET /again HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.Equal(3, answer.Split("HTTP/1.1 ").Length - 1);
        Assert.Matches("(?s)^HTTP/1.1 404 .*HTTP/1.1 200 .*HTTP/1.1 404 ", answer);
    }

    private static async Task StillServesAsync(RunningServer server) => Assert.Equal("test", (await server.Client.GetStatusAsync()).Workspace);
}
