using System.Net;
using System.Net.Http.Json;
using System.Text;
using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Customers.Ingest;

public sealed class BulkIngestTests
{
    private const string List = """[{"customer":"a","type":"visit","time":"2026-01-01"},{"customer":"b","typ":"visit"},7,{"customer":"a","type":"visit","time":"2026-01-01"}]""";

    [Fact]
    public async Task Of_a_list_the_good_are_kept_and_the_others_named_by_their_place()
    {
        await using var server = await RunningServer.StartAsync();

        var report = await PostAsync(server, "application/json", List);

        Assert.Equal((4, 2, 2), (report.RowsRead, report.Imported, report.SetAside));
        Assert.Equal([(2, "\"typ\" is not known here; nearest is \"type\""), (3, "expected a JSON object")], report.Rejects.Select(r => ((int)r.Line, r.Reason)));
        Assert.Equal("""{"customer":"b","typ":"visit"}""", report.Rejects[0].Text);
        Assert.Equal((0, 2), (await PostAsync(server, "application/json", List)) is var again ? (again.Imported, again.AlreadyKnown) : default);
    }

    [Fact]
    public async Task Of_a_list_that_ends_early_nothing_is_kept()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync("/v1/events", RunningServer.Text(List[..^1], "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, Count(server));
    }

    [Fact]
    public async Task Lines_of_json_are_kept_and_set_aside_by_their_number()
    {
        await using var server = await RunningServer.StartAsync();
        string text = "\uFEFF{\"customer\":\"a\",\"type\":\"visit\",\"id\":\"1\"}\r\n\n{\"customer\":\"a\"\n{\"customer\":\"a\",\"type\":\"visit\",\"id\":\"1\"}\n"
            + "{\"customer\":\"b\",\"type\":\"visit\"} {}\n{\"customer\":\"b\",\"type\":\"" + new string('x', 1 << 21) + "\"}\n{\"customer\":\"b\",\"type\":\"visit\",\"id\":\"2\"}";

        var report = await PostAsync(server, "application/x-ndjson", text);

        Assert.Equal((6, 2, 4), (report.RowsRead, report.Imported, report.SetAside));
        Assert.Equal([3, 4, 5, 6], report.Rejects.Select(r => (int)r.Line));
        Assert.Contains("stands already in line 1", report.Rejects[1].Reason, StringComparison.Ordinal);
        Assert.Contains("found more behind it", report.Rejects[2].Reason, StringComparison.Ordinal);
        Assert.Contains("longer than 1,048,576 bytes", report.Rejects[3].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_longer_than_a_transaction_is_recorded_once_however_often_it_is_sent()
    {
        await using var server = await RunningServer.StartAsync();
        var text = new StringBuilder();
        for (int i = 0; i < 90_000; i++)
            text.Append("{\"customer\":\"c").Append(i % 977).Append("\",\"type\":\"visit\",\"time\":").Append(1_700_000_000 + (i / 2)).Append("}\n");
        long heard = 0;
        server.Application.Services.GetRequiredService<IngestSignal>().Listen((kind, rows) => heard += kind == IngestKind.Events ? rows : 0);

        var first = await PostAsync(server, "application/x-ndjson", text.ToString());
        var second = await PostAsync(server, "application/x-ndjson", text.ToString());

        Assert.Equal((90_000, 90_000, 977), (first.RowsRead, first.Imported, first.Customers));
        Assert.Equal((0, 90_000), (second.Imported, second.AlreadyKnown));
        Assert.Equal(90_000, Count(server));
        Assert.Equal(90_000, heard);
    }

    [Fact]
    public async Task Equal_rows_without_an_id_are_told_apart_across_transactions()
    {
        await using var server = await RunningServer.StartAsync();
        string row = "a,purchase,2026-01-01,5\n";
        string text = "customer,type,time,value\n" + string.Concat(Enumerable.Repeat(row, 45_000));

        var first = await PostAsync(server, "text/csv", text);
        var second = await PostAsync(server, "text/csv", text + row);

        Assert.Equal(45_000, first.Imported);
        Assert.Equal((1, 45_000), (second.Imported, second.AlreadyKnown));
    }

    [Fact]
    public async Task A_stream_of_nothing_good_is_refused_with_its_first_reason()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync("/v1/events", RunningServer.Text("{}\nnot json\n", "application/x-ndjson"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("none of its 2 rows could be used; line 1: \"customer\" is missing", (await RunningServer.ProblemOfAsync(response)).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv", "age,left\n1,Yes\n2,No\n3,No\n")]
    [InlineData("application/json", """[{"inputs":{"age":1,"left":"Yes"}},{"inputs":{"age":2,"left":"No"}}]""")]
    public async Task Labelled_rows_without_a_time_of_one_upload_hold_at_one_moment(string type, string body)
    {
        await using var server = await RunningServer.StartAsync();

        await server.Http.PostAsync("/v1/examples?map=customer%3Dage", RunningServer.Text(body, type), TestContext.Current.CancellationToken);

        Assert.Equal(1, Count(server, "SELECT COUNT(DISTINCT as_of) FROM examples WHERE dated = 0"));
    }

    [Fact]
    public async Task An_empty_stream_is_nothing_to_complain_about()
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal(0, (await PostAsync(server, "application/x-ndjson", "\n")).RowsRead);
        Assert.Equal(0, (await PostAsync(server, "application/json", "[]")).RowsRead);
    }

    [Fact]
    public async Task History_is_known_as_it_happened_where_its_sender_says_so()
    {
        await using var server = await RunningServer.StartAsync();
        const string Row = "{\"customer\":\"a\",\"type\":\"visit\",\"time\":\"2025-01-01\"}";

        using var response = await server.Http.PostAsync("/v1/events?known=event", RunningServer.Text(Row, "application/x-ndjson"), TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(1, Count(server, "SELECT COUNT(*) FROM events WHERE known_time = event_time"));
    }

    private static async Task<ImportReport> PostAsync(RunningServer server, string type, string body)
    {
        using var response = await server.Http.PostAsync("/v1/events", RunningServer.Text(body, type), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await response.Content.ReadFromJsonAsync<ImportReport>(CoppiceJson.Options, TestContext.Current.CancellationToken))!;
    }

    private static long Count(RunningServer server, string sql = "SELECT COUNT(*) FROM events") =>
        server.Application.Services.GetRequiredService<Database>().Read(session => session.Value<long>(sql));
}
