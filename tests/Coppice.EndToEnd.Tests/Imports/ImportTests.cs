using System.Text;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Coppice.EndToEnd.Tests.Imports;

public sealed class ImportTests
{
    [Fact]
    public async Task The_file_and_the_mapping_arrive_as_given()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        folder.Write("orders.csv", "client,date\nc1,2026-01-01\n");
        string received = "";
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapPost("/v1/{kind}", async (HttpRequest request) =>
        {
            received = await new StreamReader(request.Body, Encoding.UTF8).ReadToEndAsync();
            return FakeServer.Json(Some.Import with { SetAside = 0, Rejects = [] });
        }));
        CoppiceResult result = (await folder.RunAsync("import", "events", "orders.csv", "--map", "customer=client", "time=date", "--type", "purchase")).Exits(0);
        Assert.Equal("client,date\nc1,2026-01-01\n", received);
        Assert.Equal("POST /v1/events?file=orders.csv&map=customer%3Dclient&map=time%3Ddate&map=type%3A%3Dpurchase", Assert.Single(server.Requests));
        Assert.Contains("41,200 rows imported, 9 already known", result.Output);
        Assert.False(folder.Has("orders.csv.rejected.csv"));
    }

    [Fact]
    public async Task Rows_set_aside_are_kept_beside_the_file_and_the_exit_code_says_so()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        folder.Write("orders.csv", "client,date\n");
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapPost("/v1/events", () => FakeServer.Json(Some.Import)));
        CoppiceResult result = (await folder.RunAsync("import", "events", "orders.csv")).Exits(3);
        Assert.Contains("orders.csv:1187  \"12/31/2026\" is not a date", result.Output);
        string[] kept = File.ReadAllLines(folder.PathOf("orders.csv.rejected.csv"));
        Assert.Equal("line,reason,text", kept[0]);
        Assert.Equal("1187,\"\"\"12/31/2026\"\" is not a date in the form of the 1,186 rows before it (yyyy-MM-dd)\",\"c17,12/31/2026,\"\"19,90\"\"\"", kept[1]);
        Assert.Equal(4, kept.Length);
    }

    [Fact]
    public async Task A_file_of_which_nothing_could_be_used_is_a_failure()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        folder.Write("orders.csv", "client,date\n");
        ImportReport useless = Some.Import with { RowsRead = 3, Imported = 0, AlreadyKnown = 0 };
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapPost("/v1/events", () => FakeServer.Json(useless)));
        CoppiceResult result = (await folder.RunAsync("import", "events", "orders.csv", "--json")).Exits(1);
        Assert.Equal("Not one of 3 rows of orders.csv could be used.\n", result.Error);
        Assert.Equal(3, result.Json<ImportReport>().SetAside);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named_before_anything_starts()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        CoppiceResult result = (await folder.RunAsync("import", "events", "orders.csv")).Exits(1);
        Assert.Equal("There is no file orders.csv.\n", result.Error);
    }
}
