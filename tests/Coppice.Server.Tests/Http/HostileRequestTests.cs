using System.Net;
using System.Text;
using Coppice.Server.Http;
using Coppice.Server.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Coppice.Server.Tests.Http;

/// <summary>Every route the server has, asked in every wrong way: the answer is a refusal with a code, never a failure.</summary>
public sealed class HostileRequestTests
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat("[", 2000));

    private static readonly string[] PathValues =
    [
        "nope", "purchase", "left", "0", "-1", "9223372036854775807", "99999999999999999999", "%00", "..%2F..%2Fetc%2Fpasswd", "%F0%9F%8C%B3",
        "%FF%FE", "'%20OR%201=1%20--", "%3Cscript%3E", new('a', 5000),
    ];

    private static readonly string[] Queries =
    [
        "", "?first=1.0&second=1.0", "?first=0.0&second=99999999999.1", "?first=%00&second=%FF", "?metric=nope", "?best=%00", "?at=tomorrow", "?at=0001-01-01", "?at=9999-12-31T23:59:59Z",
        "?limit=-1", "?limit=x", "?before=x", "?file=%00", "?file=../../x&map=nope", "?file=a.csv&map=customer=a&map=customer=a", "?file=" + new string('x', 3000),
    ];

    private static readonly string[] Bodies =
    [
        "", "null", "{}", "[]", "{", "\"\"", "0", "NaN", "{\"a\":", Deep, "{\"strategy\":" + Deep, "{\"nope\":1}", "{\"strategy\":1}", "{\"strategy\":\"nope\"}",
        "{\"strategy\":\"incremental\",\"method\":\"nope\"}", "{\"strategy\":\"full\",\"strategy\":\"full\"}", "{\"as_of\":\"0001-01-01T00:00:00Z\"}", "{\"as_of\":\"x\"}",
        "{\"version\":null}", "{\"version\":\"1\"}", "{\"version\":\"9.9\"}", "{\"version\":\"99999999999999999999.1\"}", "{\"to\":\"\"}", "{\"to\":\"9.9\"}",
        "{\"every\":0}", "{\"every\":-5}", "{\"every\":2147483647}", "{\"from\":\"0001-01-01T00:00:00Z\"}", "{\"until\":\"0001-01-01T00:00:00Z\"}", "{\"arms\":[null]}",
        "{\"arms\":[\"nope\"]}", "{\"arms\":[\"full\"],\"first\":-1}", "{\"arms\":[\"full\"],\"first\":0,\"batch\":0,\"window\":-1}", "{\"days\":-1}", "{\"days\":2147483647}",
        "{\"customers\":-1}", "{\"seed\":1e400}", "{\"days\":1.5}", "\uFEFF{}", "a,b\n1,2\n", "customer,date\n\"", "\0\0\0\0", new('x', 70_000), "{\"by\":\"" + new string('x', 70_000) + "\"}",
    ];

    private static readonly string?[] ContentTypes = ["application/json", "text/csv", "image/png", "multipart/form-data; boundary=x", "application/json; charset=utf-7", ";;;", null];

    [Fact]
    public async Task Every_route_answers_hostile_requests_with_a_refusal()
    {
        await using var server = await RunningServer.StartAsync();
        var failures = new List<string>();
        foreach (var route in server.Routes.Where(r => r.RoutePattern.RawText is { } text && !text.StartsWith("/docs", StringComparison.Ordinal)).ToList())
        {
            string method = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            foreach (var request in Requests(route, method))
                await CheckAsync(server, request, failures);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(40)));
    }

    private static IEnumerable<HttpRequestMessage> Requests(RouteEndpoint route, string method)
    {
        string[] paths = [.. PathValues.Select(value => Fill(route.RoutePattern, value)).Distinct()];
        foreach (string path in paths)
        {
            foreach (string query in Queries)
                yield return Request(method, path + query, method == "GET" ? null : RunningServer.Text("{}", TypeOf(route)));
        }

        string usual = paths[Math.Min(1, paths.Length - 1)];
        if (method != "GET")
        {
            foreach (string body in Bodies)
                yield return Request(method, usual + "?file=x.csv", RunningServer.Text(body, TypeOf(route)));
            foreach (string? type in ContentTypes)
                yield return Request(method, usual + "?file=x.csv", RunningServer.Text("{}", type));
        }

        foreach (string other in (string[])["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PURGE"])
            yield return Request(other, usual, null);
    }

    private static string Fill(RoutePattern pattern, string value) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : value))));

    private static string TypeOf(RouteEndpoint route) => ReferenceEquals(route.Metadata.GetMetadata<BodyLimit>(), BodyLimit.File) ? "text/csv" : "application/json";

    private static HttpRequestMessage Request(string method, string path, HttpContent? content) => new(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = content };

    private static async Task CheckAsync(RunningServer server, HttpRequestMessage request, List<string> failures)
    {
        string asked = $"{request.Method} {Short(request.RequestUri!.ToString())} {request.Content?.Headers.ContentType} {Short(request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync()))}";
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            using (request)
            using (var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token))
            {
                bool stream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
                string text = stream ? await BeginningAsync(response, limit.Token) : Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(limit.Token));
                if (text.Contains("COP-API-000", StringComparison.Ordinal))
                    failures.Add($"{asked}: failed with {Short(text)}");
                else if (response.StatusCode < HttpStatusCode.BadRequest)
                    return;
                else if (response.StatusCode == HttpStatusCode.ServiceUnavailable && asked.Contains("/ready", StringComparison.Ordinal))
                    return;
                else if (response.StatusCode >= HttpStatusCode.InternalServerError)
                    failures.Add($"{asked}: {(int)response.StatusCode} {Short(text)}");
                else if (response.Content.Headers.ContentType?.MediaType != "application/problem+json" && !IsInference(asked, text))
                    failures.Add($"{asked}: {(int)response.StatusCode} as {response.Content.Headers.ContentType}");
                else if (!text.Contains("\"code\":\"COP-", StringComparison.Ordinal))
                    failures.Add($"{asked}: {(int)response.StatusCode} without a code: {Short(text)}");
            }
        }
        catch (OperationCanceledException)
        {
            failures.Add($"{asked}: no answer within 30 s");
        }
    }

    // The Open Inference Protocol has its own form of a refusal; ours adds the code.
    private static bool IsInference(string asked, string text) =>
        asked.Contains(" /v2/", StringComparison.Ordinal) && text.StartsWith("{\"error\":", StringComparison.Ordinal);

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[4000];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, await stream.ReadAsync(bytes, cancellationToken));
    }

    private static string Short(string text) => text.Length <= 160 ? text : text[..160] + "…";
}
