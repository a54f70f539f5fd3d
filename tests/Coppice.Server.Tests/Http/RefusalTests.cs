using System.Net;
using Coppice.Server.Http;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Http;

public sealed class RefusalTests
{
    private const string Runs = "/v1/models/purchase/runs";

    [Theory]
    [InlineData("{\"strategy\":\n  7}", "line 2, byte 4, at $.strategy", "not a text")]
    [InlineData("{\"strategy\" 7}", "line 1, byte 13", "':'")]
    [InlineData("{\"stratgy\":\"full\"}", "line 1", "nothing called \"stratgy\"")]
    [InlineData("{\"strategy\":\"full\",\"strategy\":\"full\"}", "line 1", "duplicate")]
    [InlineData("{\"as_of\":\"tomorrow\"}", "at $.as_of", "not a time such as 2026-03-01T06:00:00Z")]
    public async Task Json_that_cannot_be_read_is_refused_with_its_place(string body, string place, string reason)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync(Runs, RunningServer.Text(body, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await RunningServer.ProblemOfAsync(response);
        Assert.Equal(RequestCodes.BadJson, problem.Code);
        Assert.Contains(place, problem.Title);
        Assert.True(problem.Title!.Contains(reason, StringComparison.Ordinal), problem.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_body_that_is_not_there_is_asked_for(string body)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync(Runs, RunningServer.Text(body, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal("A JSON body was expected; there is none, or it is null.", (await RunningServer.ProblemOfAsync(response)).Title);
    }

    [Fact]
    public async Task A_body_over_the_bound_of_its_route_is_refused_whether_it_says_its_length_or_not()
    {
        await using var server = await RunningServer.StartAsync();
        foreach (bool chunked in (bool[])[false, true])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Runs)
            {
                Content = RunningServer.Text("{\"by\":\"" + new string('x', 1 << 20) + "\"}", "application/json"),
            };
            request.Headers.TransferEncodingChunked = chunked;

            using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            var problem = await RunningServer.ProblemOfAsync(response);
            Assert.Equal(RequestCodes.TooLarge, problem.Code);
            Assert.Contains("1 MiB", problem.Title);
        }
    }

    [Fact]
    public async Task A_file_may_be_larger_than_an_order()
    {
        await using var server = await RunningServer.StartAsync();
        var text = new System.Text.StringBuilder("customer,type,time\n");
        while (text.Length < 6 << 20)
            text.Append($"c{text.Length},visit,2026-01-01\n");

        using var response = await server.Http.PostAsync("/v1/events?file=x.csv", RunningServer.Text(text.ToString(), "text/csv"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("text/csv", true)]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("application/octet-stream", true)]
    [InlineData(null, true)]
    [InlineData("multipart/form-data; boundary=x", false)]
    [InlineData("image/png", false)]
    public async Task A_table_comes_under_one_of_its_content_types(string? type, bool taken)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync(
            "/v1/events?file=x.csv", RunningServer.Text("customer,type,time\na,visit,2026-01-01\n", type), TestContext.Current.CancellationToken);

        if (taken)
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        else
            Assert.Equal(RequestCodes.WrongContentType, (await RunningServer.ProblemOfAsync(response)).Code);
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.DeleteAsync("/v1/status", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        var problem = await RunningServer.ProblemOfAsync(response);
        Assert.Equal(RequestCodes.WrongMethod, problem.Code);
        Assert.Contains("GET", problem.Title);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_parameter_that_cannot_be_read_is_named()
    {
        await using var server = await RunningServer.StartAsync();

        using var wrong = await server.Http.GetAsync("/v1/models/purchase/deployments?at=tomorrow", TestContext.Current.CancellationToken);
        using var missing = await server.Http.GetAsync("/v1/models/purchase/compare?first=1.0", TestContext.Current.CancellationToken);

        Assert.Contains("at: expected a time such as 2026-03-01 or 2026-03-01T06:00:00Z, found \"tomorrow\"", (await RunningServer.ProblemOfAsync(wrong)).Title);
        Assert.Contains("second is missing", (await RunningServer.ProblemOfAsync(missing)).Title);
    }

    [Fact]
    public async Task A_stream_that_is_refused_before_its_first_event_is_an_ordinary_refusal()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync(
            "/v1/models/purchase/replay", RunningServer.Text("{\"arms\":[\"nope\"]}", "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        await RunningServer.ProblemOfAsync(response);
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_its_page()
    {
        await using var server = await RunningServer.StartAsync();
        using var response = await server.Http.GetAsync("/nope", TestContext.Current.CancellationToken);
        var problem = await RunningServer.ProblemOfAsync(response);

        string page = await server.Http.GetStringAsync(problem.Type, TestContext.Current.CancellationToken);

        Assert.StartsWith("# COP-API-005", page);
    }
}
