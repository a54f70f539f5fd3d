using System.Text;
using Coppice.Client;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Customers.Ingest;

public sealed class PreviewTableTests
{
    [Fact]
    public async Task A_file_is_looked_at_as_an_import_would_and_nothing_is_stored()
    {
        await using var server = await RunningServer.StartAsync();
        string text = "client_id;when;amount;shop\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"c{i % 4};2026-01-{(i % 28) + 1:00};{i}.5;Paris\n")) + "c1;never;1;\nc2;2026-01-";

        var found = await PreviewAsync(server, "events", text, size: 10_000, "type:=purchase");

        Assert.True(found.Problem is null, found.Problem);
        Assert.Equal(("events", ";"), (found.Kind, found.Delimiter));
        Assert.Equal(
            [("client_id", "customer"), ("when", "time"), ("amount", "value"), ("shop", "property")],
            found.Columns.Select(c => (c.Name, c.UsedAs!)));
        Assert.Equal("number", found.Columns[2].Type);
        Assert.Equal((1, "Paris"), (found.Columns[3].Missing, Assert.Single(found.Columns[3].Examples)));
        Assert.Equal(10, found.Rows.Count);
        Assert.Equal(["c0", "2026-01-01", "0.5", "Paris"], found.Rows[0]);
        // The last line was cut and is left out; the one before it has no date.
        Assert.Equal((201L, 1L), (found.RowsRead, found.SetAside));
        Assert.Equal(202, Assert.Single(found.Rejects).Line);
        Assert.Equal(0, (await server.Client.GetStatsAsync(TestContext.Current.CancellationToken)).Customers);
        Assert.Empty((await server.Client.GetImportsAsync(cancellationToken: TestContext.Current.CancellationToken)).Imports);
    }

    [Theory]
    [InlineData("events", "name,town\nann,Paris\n", "expected a column for the customer")]
    [InlineData("labels", "customer,date,usage\na,2026-01-01,1\n", "expected the column left")]
    [InlineData("outcomes", "customer,date\na,2026-01-01\n", "expected a column with an outcome")]
    [InlineData("events", "customer,type,time\na,visit,never\n", "none of its 1 rows could be used")]
    [InlineData("notes", "", "empty")]
    public async Task What_would_be_refused_is_a_problem_beside_the_columns(string kind, string text, string problem)
    {
        await using var server = await RunningServer.StartAsync();

        var found = await PreviewAsync(server, kind, text, text.Length);

        Assert.Contains(problem, found.Problem);
        Assert.Equal(kind, found.Kind);
        Assert.Equal(text.Length == 0, found.Columns.Count == 0);
    }

    [Fact]
    public async Task Findings_are_those_that_would_refuse_the_file()
    {
        await using var server = await RunningServer.StartAsync();
        string rows = string.Concat(Enumerable.Range(0, 120).Select(i => $"c{i},visit,2026-01-{(i % 28) + 1:00},{i}\n"));
        for (int i = 0; i < 3; i++)
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes($"customer,type,time,value\nx{i},visit,2026-02-01,1\n" + rows));
            await server.Client.ImportAsync("events", file, "visits.csv", cancellationToken: TestContext.Current.CancellationToken);
        }

        string without = "customer,type,time\n" + string.Join('\n', rows.Split('\n').Select(row => row[..Math.Max(row.LastIndexOf(','), 0)]));
        var found = await PreviewAsync(server, "events", without, without.Length);

        var finding = Assert.Single(found.Findings, f => f.Severity == "blocking");
        Assert.Equal(("COP-QUALITY-001", "value"), (finding.Code, finding.Column));
    }

    [Fact]
    public async Task A_kind_that_is_none_is_refused()
    {
        await using var server = await RunningServer.StartAsync();

        var refused = await Assert.ThrowsAsync<CoppiceException>(() => PreviewAsync(server, "orders", "a,b\n1,2\n", 8));

        Assert.Contains("events or notes or profiles or outcomes or labels", refused.Message);
    }

    private static async Task<ImportPreview> PreviewAsync(RunningServer server, string kind, string text, long size, params string[] mapping)
    {
        using var beginning = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await server.Client.PreviewImportAsync(kind, beginning, "visits.csv", size, mapping, TestContext.Current.CancellationToken);
    }
}
