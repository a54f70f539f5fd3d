using System.Net;
using System.Net.Http.Json;
using Coppice.Client;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Customers.Ingest;

public sealed class RecordObjectTests
{
    [Fact]
    public async Task An_event_is_recorded_as_it_says_and_known_from_its_arrival()
    {
        await using var server = await RunningServer.StartAsync();
        const string Event = """{"customer":"c1","type":"purchase","time":"2026-01-05T10:00:00+02:00","value":19.9,"quantity":2,"session":"s","product":17,"properties":{"a":[1,{"b":"é"}]},"id":"o1"}""";

        Assert.Equal(new IngestResponse(1, 0), await PostAsync(server, "/v1/events", Event));

        Assert.Equal(1, Count(server, """
            SELECT COUNT(*) FROM events e JOIN customers c ON c.id = e.customer_id JOIN event_types t ON t.id = e.type_id
            WHERE c.key = 'c1' AND t.name = 'purchase' AND e.event_time = 1767600000000000 AND e.known_time > e.event_time
              AND e.value = 19.9 AND e.quantity = 2 AND e.session = 's' AND e.product = '17' AND e.properties = '{"a":[1,{"b":"é"}]}' AND e.sender_id = 'o1'
            """));
    }

    [Theory]
    [InlineData("""{"customer":"c1","type":"visit","id":"v1"}""")]
    [InlineData("""{"customer":"c1","type":"visit","time":1767600000}""")]
    [InlineData("""{"customer":"c1","type":"visit","time":1767600000000,"value":null}""")]
    public async Task Sent_twice_it_is_recorded_once(string e)
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal(new IngestResponse(1, 0), await PostAsync(server, "/v1/events", e));
        Assert.Equal(new IngestResponse(0, 1), await PostAsync(server, "/v1/events", e));

        Assert.Equal(1, Count(server, "SELECT COUNT(*) FROM events"));
    }

    [Theory]
    [InlineData("/v1/events", """{"customer":"c","typ":"visit"}""", "\"typ\" is not known here; nearest is \"type\"")]
    [InlineData("/v1/events", """{"customer":"c"}""", "\"type\" is missing or empty")]
    [InlineData("/v1/events", """{"customer":"","type":"v"}""", "\"customer\" is missing or empty")]
    [InlineData("/v1/events", """{"customer":{"id":1},"type":"v"}""", "\"customer\": expected a text, found an object")]
    [InlineData("/v1/events", """{"customer":"c","type":"v","value":"12"}""", "\"value\": expected a number, found a text")]
    [InlineData("/v1/events", """{"customer":"c","type":"v","value":1e999}""", "\"value\" is larger than a number can be")]
    [InlineData("/v1/events", """{"customer":"c","type":"v","type":"w"}""", "\"type\" is given twice")]
    [InlineData("/v1/events", """{"customer":"c","type":"v","time":"yesterday"}""", "\"yesterday\" is not a time like")]
    [InlineData("/v1/events", """{"customer":"c","type":"v","time":12}""", "12 is neither seconds nor milliseconds")]
    [InlineData("/v1/events", """{"customer":"c","type":"v","time":"2199-01-01"}""", "2199-01-01 lies in the future")]
    [InlineData("/v1/events", """{"customer":"c\u0000","type":"v"}""", "holds a NUL character")]
    [InlineData("/v1/events", """{"customer":"\ud800","type":"v"}""", "half of a surrogate pair")]
    [InlineData("/v1/events", """{"customer":"c","type":"v","properties":{"a":"\udc00"}}""", "half of a surrogate pair")]
    [InlineData("/v1/events", """{"customer":"c","type":"v","properties":[]}""", "\"properties\": expected an object, found a list")]
    [InlineData("/v1/events", "\"text\"", "Expected a JSON object or a list")]
    [InlineData("/v1/notes", """{"customer":"c"}""", "\"text\" is missing or empty")]
    [InlineData("/v1/profiles", """{"customer":"c"}""", "\"attributes\" is missing or empty")]
    [InlineData("/v1/outcomes", """{"outcomes":{"left":1}}""", "\"customer\" or \"prediction_id\" is missing")]
    [InlineData("/v1/outcomes", """{"customer":"c","outcomes":{"left":{}}}""", "\"left\": expected a number, a word, true or false")]
    [InlineData("/v1/outcomes", """{"prediction_id":"none","outcomes":{"left":1}}""", "There is no prediction \"none\"")]
    [InlineData("/v1/examples", """{"inputs":{"age":3}}""", "lacks what it should teach: left")]
    [InlineData("/v1/examples?known=never", """{"inputs":{"age":3,"left":"Yes"}}""", "expected arrival or event")]
    public async Task What_cannot_be_recorded_is_refused_in_a_sentence(string path, string body, string sentence)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync(path, RunningServer.Text(body, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await RunningServer.ProblemOfAsync(response);
        Assert.Equal("COP-INGEST-001", problem.Code);
        Assert.Contains(sentence, problem.Title, StringComparison.Ordinal);
        Assert.Equal(0, Count(server, "SELECT COUNT(*) FROM customers"));
    }

    [Fact]
    public async Task A_key_may_have_500_bytes_and_no_more()
    {
        await using var server = await RunningServer.StartAsync();
        static string Visit(string customer) => $$"""{"customer":"{{customer}}","type":"visit"}""";

        Assert.Equal(1, (await PostAsync(server, "/v1/events", Visit(new string('é', 250)))).Recorded);
        using var refused = await server.Http.PostAsync("/v1/events", RunningServer.Text(Visit(new string('é', 250) + "x"), "application/json"), TestContext.Current.CancellationToken);

        Assert.Contains("\"customer\" is longer than 500 bytes", (await RunningServer.ProblemOfAsync(refused)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_json_is_a_bad_request_that_says_where()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync("/v1/events", RunningServer.Text("{\"customer\":\"c\",", "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("COP-API-008", (await RunningServer.ProblemOfAsync(response)).Code);
    }

    [Fact]
    public async Task Notes_profiles_outcomes_and_examples_come_the_same_way()
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal(new IngestResponse(1, 0), await PostAsync(server, "/v1/notes", """{"customer":"c","text":"Called about a loan.","language":"en"}"""));
        Assert.Equal(new IngestResponse(1, 0), await PostAsync(server, "/v1/profiles", """{"customer":"c","time":"2026-01-01","attributes":{"country":"FR","age":41}}"""));
        Assert.Equal(new IngestResponse(2, 0), await PostAsync(server, "/v1/outcomes", """{"customer":"c","outcomes":{"left":true,"worth":12.50},"time":"2026-01-02"}"""));
        Assert.Equal(new IngestResponse(1, 0), await PostAsync(server, "/v1/examples?model=left", """{"inputs":{"age":41,"left":"Yes"}}"""));

        Assert.Equal(1, Count(server, "SELECT COUNT(*) FROM profiles WHERE attributes = '{\"country\":\"FR\",\"age\":41}'"));
        Assert.Equal(2, Count(server, "SELECT COUNT(*) FROM outcomes WHERE value IN ('true', '12.50')"));
        Assert.Equal(1, Count(server, "SELECT COUNT(*) FROM examples WHERE dated = 0"));
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_named()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync("/v1/examples?model=lft", RunningServer.Text("{}", "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("purchase, left", (await RunningServer.ProblemOfAsync(response)).Title, StringComparison.Ordinal);
    }

    private static async Task<IngestResponse> PostAsync(RunningServer server, string path, string body)
    {
        using var response = await server.Http.PostAsync(path, RunningServer.Text(body, "application/json"), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await response.Content.ReadFromJsonAsync<IngestResponse>(CoppiceJson.Options, TestContext.Current.CancellationToken))!;
    }

    private static long Count(RunningServer server, string sql) => server.Application.Services.GetRequiredService<Database>().Read(session => session.Value<long>(sql));
}
