using System.Net;
using Coppice.Server.Http;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Dashboard;

public sealed class DashboardEndpointsTests
{
    private const string Script = "/assets/index-Ab3_x9Qz.js";

    [Fact]
    public async Task Each_answer_of_the_page_has_a_nonce_of_its_own_and_allows_no_other_host()
    {
        using var pages = new BuiltPages();
        await using var server = await RunningServer.StartAsync(dashboard: pages.Folder);

        var nonces = new List<string>();
        foreach (string path in (string[])["/", "/models/purchase", "/customers/ann%40example.com", "/index.html"])
        {
            using var response = await GetAsync(server, path, accept: "text/html,application/xhtml+xml,*/*;q=0.8");
            string page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            string nonce = page.Split("<meta name=\"style-nonce\" content=\"")[1].Split('"')[0];

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.StartsWith("default-src 'none'; script-src 'self'; ", policy);
            Assert.Contains($"style-src 'self' 'nonce-{nonce}';", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.DoesNotContain("http", policy);
            Assert.True(response.Headers.CacheControl is { NoCache: true, MaxAge: null });
            Assert.Single(page.Split("style-nonce")[1..]);
            nonces.Add(nonce);
        }

        Assert.All(nonces, nonce => Assert.Equal(16, Convert.FromBase64String(nonce).Length));
        Assert.Equal(nonces.Count, nonces.Distinct().Count());
    }

    [Theory]
    [InlineData("br, gzip", "br", "as br")]
    [InlineData("gzip, deflate, br;q=0.5", "br", "as br")]
    [InlineData("br;q=0, gzip", "gzip", "as gzip")]
    [InlineData("gzip", "gzip", "as gzip")]
    [InlineData("deflate", null, BuiltPages.Script)]
    [InlineData(null, null, BuiltPages.Script)]
    public async Task A_file_goes_in_the_smallest_form_the_browser_takes_and_is_kept_for_ever(string? accepted, string? coding, string expected)
    {
        using var pages = new BuiltPages();
        await using var server = await RunningServer.StartAsync(dashboard: pages.Folder);

        using var response = await GetAsync(server, Script, coding: accepted);

        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_file_that_has_not_changed_is_not_sent_again()
    {
        using var pages = new BuiltPages();
        await using var server = await RunningServer.StartAsync(dashboard: pages.Folder);
        using var first = await GetAsync(server, "/favicon.svg");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/favicon.svg");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(first.Headers.CacheControl?.NoCache);
        Assert.Equal("image/svg+xml", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/v1/nope", "text/html")]
    [InlineData("/predict/nope", "text/html")]
    [InlineData("/codes", "text/html")]
    [InlineData("/openapi/nope", "text/html")]
    [InlineData("/nope", "application/json")]
    [InlineData("/assets/gone-Ab3_x9Qz.js", "text/html")]
    [InlineData("/assets/..%2F..%2Fsecret.txt", "*/*")]
    [InlineData("/..%2Fsecret.txt", "*/*")]
    public async Task What_is_no_page_stays_a_refusal(string path, string accept)
    {
        using var pages = new BuiltPages();
        await using var server = await RunningServer.StartAsync(dashboard: pages.Folder);

        using var response = await GetAsync(server, path, accept);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(RequestCodes.UnknownPath, (await RunningServer.ProblemOfAsync(response)).Code);
    }

    [Fact]
    public async Task Orders_to_a_page_stay_refused_and_routes_keep_their_methods()
    {
        using var pages = new BuiltPages();
        await using var server = await RunningServer.StartAsync(dashboard: pages.Folder);
        using var order = new HttpRequestMessage(HttpMethod.Post, "/alerts");
        order.Headers.Accept.ParseAdd("text/html");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/");

        using var posted = await server.Http.SendAsync(order, TestContext.Current.CancellationToken);
        using var wrong = await GetAsync(server, "/v1/events", "text/html");
        using var asked = await server.Http.SendAsync(head, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.True(asked.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Without_the_build_the_page_says_how_to_build_it()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await GetAsync(server, "/", "text/html");

        string page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("deploy/build-dashboard", page);
        Assert.True(File.Exists(Path.Combine(Conventions.Repository.Root, "deploy", "build-dashboard")));
        Assert.Contains($"'nonce-{page.Split("<style nonce=\"")[1].Split('"')[0]}'", policy);
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningServer server, string path, string accept = "*/*", string? coding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        if (coding is not null)
            request.Headers.AcceptEncoding.ParseAdd(coding);
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
