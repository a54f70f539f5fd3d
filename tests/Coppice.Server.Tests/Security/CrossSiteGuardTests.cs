using System.Net;
using Coppice.Server.Security;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Security;

public sealed class CrossSiteGuardTests
{
    [Theory]
    [InlineData("Origin", "http://evil.example", true)]
    [InlineData("Origin", "null", true)]
    [InlineData("Origin", "http://127.0.0.1:1", true)]
    [InlineData("Origin", "http://{host}", false)]
    [InlineData("Origin", "https://{host}", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    [InlineData("Sec-Fetch-Site", "none", false)]
    [InlineData("X-Other", "1", false)]
    public async Task Orders_of_other_sites_pages_are_refused(string header, string value, bool refused)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events?file=x.csv") { Content = RunningServer.Text("customer,type,time\na,visit,2026-01-01\n", "text/plain") };
        request.Headers.Add(header, value.Replace("{host}", server.Address.Authority, StringComparison.Ordinal));

        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        if (refused)
            Assert.Equal(SecurityCodes.CrossSite, (await RunningServer.ProblemOfAsync(response)).Code);
        Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Other_sites_pages_may_link_to_what_is_read()
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/status");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
