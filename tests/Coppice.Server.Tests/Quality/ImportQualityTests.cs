using System.Net;
using System.Net.Http.Json;
using System.Text;
using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Quality;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Quality;

public class ImportQualityTests
{
    private const int Rows = 60;

    [Fact]
    public async Task A_file_without_a_column_that_all_had_is_refused_before_anything_is_stored()
    {
        using var workspace = new Workspace();
        await workspace.ImportEventsAsync(Orders(1));
        await workspace.ImportEventsAsync(Orders(2));

        var refused = await Assert.ThrowsAsync<QualityException>(() => workspace.ImportEventsAsync(Orders(3, "customer,type,time")));

        Assert.Equal("COP-QUALITY-001", refused.Code);
        Assert.StartsWith("file.csv: the column value is gone; the 2 files before it all had it", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2 * Rows, workspace.Count("SELECT COUNT(*) FROM events"));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM imports WHERE state = 'refused'"));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'import_refused' AND actor = 'test'"));
    }

    [Fact]
    public async Task What_is_accepted_is_imported_and_who_accepted_it_stands_in_the_audit()
    {
        using var workspace = new Workspace();
        await workspace.ImportEventsAsync(Orders(1));
        await workspace.ImportEventsAsync(Orders(2));

        var report = await workspace.ImportEventsAsync(Orders(3, "customer,type,time"), null, "COP-QUALITY-001");

        Assert.Equal(Rows, report.Imported);
        Assert.Equal(("column_gone", true), Assert.Single(report.Findings) is var finding ? (finding.Check, finding.Accepted) : default);
        Assert.Equal(1, workspace.Count("""SELECT COUNT(*) FROM audit WHERE action = 'import' AND actor = 'test' AND details LIKE '%"accepted":["COP-QUALITY-001"]%'"""));
        Assert.Null(workspace.Database.Read(session => workspace.Get<AuditStore>().FindBreak(session)));
        // From now on the column is no longer what every file has.
        Assert.Empty((await workspace.ImportEventsAsync(Orders(4, "customer,type,time"))).Findings);
    }

    [Fact]
    public async Task Many_rows_that_cannot_be_used_refuse_the_file_and_leave_nothing()
    {
        using var workspace = new Workspace();

        var refused = await Assert.ThrowsAsync<QualityException>(() => workspace.ImportEventsAsync(Orders(1) + string.Concat(Enumerable.Repeat("a,purchase,2025-05-05,ten euros\n", 20))));

        Assert.Equal("COP-QUALITY-004", refused.Code);
        Assert.Contains("20 of 80 rows cannot be used", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM customers"));
    }

    [Fact]
    public async Task Files_of_another_kind_of_event_are_not_held_against_orders()
    {
        using var workspace = new Workspace();
        await workspace.ImportEventsAsync(Orders(1));
        await workspace.ImportEventsAsync(Orders(2));

        var visits = await workspace.ImportEventsAsync("user,at,page,device,campaign\na,2025-01-01,/,phone,spring\n", "customer=user,time=at,type:=visit");

        Assert.Empty(visits.Findings);
    }

    [Fact]
    public async Task A_stream_of_objects_is_held_against_streams_before_it()
    {
        await using var server = await RunningServer.StartAsync();
        for (int file = 0; file < 3; file++)
            (await PostAsync(server, Lines(file, "\"channel\":\"app\""))).EnsureSuccessStatusCode();

        using var refused = await PostAsync(server, Lines(3, "\"shop\":\"north\""));
        using var accepted = await PostAsync(server, Lines(3, "\"shop\":\"north\""), "&accept=COP-QUALITY-001");
        using var message = await PostAsync(server, Lines(4, "\"shop\":\"north\"", rows: 99));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("COP-QUALITY-001", (await RunningServer.ProblemOfAsync(refused)).Code);
        var report = (await accepted.Content.ReadFromJsonAsync<ImportReport>(CoppiceJson.Options, TestContext.Current.CancellationToken))!;
        Assert.Equal(["properties.channel", "properties.shop"], report.Findings.Select(f => f.Column).Order());
        Assert.Equal(HttpStatusCode.OK, message.StatusCode);
        var page = (await server.Http.GetFromJsonAsync<ImportList>("/v1/imports?kind=events&limit=2", CoppiceJson.Options, TestContext.Current.CancellationToken))!;
        var rest = (await server.Http.GetFromJsonAsync<ImportList>($"/v1/imports?before={page.Before}", CoppiceJson.Options, TestContext.Current.CancellationToken))!;
        Assert.Equal(["imported", "refused"], page.Imports.Select(i => i.State));
        Assert.Equal((3, null), (rest.Imports.Count, rest.Before));
        Assert.All(rest.Imports, import => Assert.Equal((200, 0), ((int)import.RowsRead, import.Findings.Count)));
    }

    [Theory]
    [InlineData("/v1/events?accept=COP-GATE-001", "accept is \"COP-GATE-001\"; expected a code of a finding, such as COP-QUALITY-001")]
    public async Task Only_codes_of_findings_can_be_accepted(string path, string sentence)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PostAsync(path, RunningServer.Text(Orders(1), "text/csv"), TestContext.Current.CancellationToken);

        Assert.Contains(sentence, (await RunningServer.ProblemOfAsync(response)).Title, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(RunningServer server, string lines, string query = "") =>
        server.Http.PostAsync($"/v1/events?file=app.ndjson{query}", RunningServer.Text(lines, "application/x-ndjson"), TestContext.Current.CancellationToken);

    private static string Lines(int file, string property, int rows = 200)
    {
        var text = new StringBuilder();
        for (int row = 0; row < rows; row++)
            text.Append("{\"customer\":\"c").Append(row).Append("\",\"type\":\"visit\",\"id\":\"").Append(file).Append('-').Append(row).Append("\",\"properties\":{").Append(property).Append("}}\n");
        return text.ToString();
    }

    private static string Orders(int month, string columns = "customer,type,time,value")
    {
        var text = new StringBuilder(columns).Append('\n');
        for (int row = 0; row < Rows; row++)
        {
            string[] cells = [$"c{row}", "purchase", $"2025-{month:00}-{1 + (row % 28):00}", $"{10 + (row % 20)}"];
            text.AppendJoin(',', cells.Take(columns.Split(',').Length)).Append('\n');
        }

        return text.ToString();
    }
}
