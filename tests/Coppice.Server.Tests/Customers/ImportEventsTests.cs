using Coppice.Server.Files;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Customers;

public class ImportEventsTests
{
    private const string Header = "customer,type,time,value,id\n";

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        using var workspace = new Workspace();
        const string File = "customer,type,time,value\na,purchase,2025-01-01,10\na,purchase,2025-01-01,10\nb,visit,2025-01-02,\n";

        var first = await workspace.ImportEventsAsync(File);
        var second = await workspace.ImportEventsAsync(File);

        Assert.Equal((3, 0, 2), (first.Imported, first.AlreadyKnown, first.Customers));
        Assert.Equal((0, 3, 0), (second.Imported, second.AlreadyKnown, second.Customers));
        Assert.Equal(3, workspace.Count("SELECT COUNT(*) FROM events"));
    }

    [Fact]
    public async Task Two_identical_purchases_on_one_day_are_two()
    {
        using var workspace = new Workspace();

        var report = await workspace.ImportEventsAsync("customer,type,time,value\na,purchase,2025-01-01,10\na,purchase,2025-01-01,10\n");

        Assert.Equal(2, report.Imported);
        Assert.Equal(20, report.ValueSum);
    }

    [Fact]
    public async Task An_id_names_one_event_whatever_file_it_comes_in()
    {
        using var workspace = new Workspace();
        await workspace.ImportEventsAsync(Header + "a,purchase,2025-01-01,10,o1\n");

        var report = await workspace.ImportEventsAsync(Header + "a,purchase,2025-01-01,10,o1\na,purchase,2025-01-03,5,o2\na,purchase,2025-01-04,6,o2\n");

        Assert.Equal((1, 1, 1), (report.Imported, report.AlreadyKnown, report.SetAside));
        Assert.Equal(4, report.Rejects[0].Line);
        Assert.Contains("\"o2\" stands already in line 3", report.Rejects[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,purchase,2027-01-01,10,x", "lies in the future")]
    [InlineData("a,purchase,2025-01-01,NaN,x", "\"NaN\" is not a number")]
    [InlineData("a,purchase,2025-01-01,ten,x", "\"ten\" is not a number")]
    [InlineData("a,purchase,,10,x", "time is empty")]
    [InlineData(",purchase,2025-01-01,10,x", "customer is empty")]
    [InlineData("a,,2025-01-01,10,x", "type is empty")]
    [InlineData("a,purchase,someday,10,x", "someday")]
    public async Task A_row_that_cannot_be_used_is_set_aside_with_line_and_reason(string row, string reason)
    {
        using var workspace = new Workspace();

        var report = await workspace.ImportEventsAsync(Header + "a,purchase,2025-01-01,10,1\nb,purchase,2025-02-03,20,2\nc,purchase,2025-02-04,30,3\n" + row + "\n");

        Assert.Equal((3, 1), (report.Imported, report.SetAside));
        var reject = Assert.Single(report.Rejects);
        Assert.Equal(5, reject.Line);
        Assert.Contains(reason, reject.Reason, StringComparison.Ordinal);
        Assert.Equal(row, reject.Text);
    }

    [Fact]
    public async Task A_file_of_one_row_is_a_file()
    {
        using var workspace = new Workspace();

        var report = await workspace.ImportEventsAsync("customer,type,time\na,visit,2025-01-01\n");

        Assert.Equal((1, 1, 0), (report.RowsRead, report.Imported, report.SetAside));
    }

    [Fact]
    public async Task A_column_that_is_missing_is_named()
    {
        using var workspace = new Workspace();

        var refused = await Assert.ThrowsAsync<ImportException>(() => workspace.ImportEventsAsync("colour,type,size\nred,visit,12\n"));

        Assert.Equal("COP-IMPORT-001", refused.Code);
        Assert.Contains("customer", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u0001\0")]
    [InlineData("")]
    [InlineData("customer,type,time\n")]
    public async Task What_is_no_table_is_refused_and_leaves_nothing(string content)
    {
        using var workspace = new Workspace();

        await Assert.ThrowsAsync<ImportException>(() => workspace.ImportEventsAsync(content));

        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM events"));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM audit"));
    }

    [Fact]
    public async Task A_file_without_one_good_row_is_refused_and_leaves_nothing()
    {
        using var workspace = new Workspace();

        var refused = await Assert.ThrowsAsync<ImportException>(() => workspace.ImportEventsAsync(Header + "a,purchase,2027-01-01,10,1\nb,purchase,2027-01-01,10,2\n"));

        Assert.Contains("line 2", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM customers"));
    }

    [Fact]
    public async Task History_was_known_when_it_happened_unless_a_column_says_later()
    {
        using var workspace = new Workspace();

        await workspace.ImportEventsAsync("customer,type,time,known_time\na,visit,2025-01-01,2025-01-05\na,visit,2025-01-02,\na,visit,2025-01-03,2025-01-01\n");

        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM events WHERE known_time = event_time + 4 * 86400000000"));
        Assert.Equal(2, workspace.Count("SELECT COUNT(*) FROM events WHERE known_time = event_time"));
    }
}
