using System.Net.Http.Json;
using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Customers.Inbox;
using Coppice.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coppice.Server.Tests.Customers.Inbox;

public sealed class MergeInboxFileTests
{
    private const string Good = "customer,type,time\na,visit,2025-01-01\nb,visit,someday\n";

    [Theory]
    [InlineData("events-2026-11.csv", IngestKind.Events)]
    [InlineData("Events.ndjson", IngestKind.Events)]
    [InlineData("notes 3.csv", IngestKind.Notes)]
    [InlineData("labels_churn.csv", IngestKind.Examples)]
    [InlineData("orders.csv", null)]
    [InlineData("2026-events.csv", null)]
    public void The_first_word_of_the_name_says_what_is_in_the_file(string name, IngestKind? kind) => Assert.Equal(kind, InboxFolder.KindOf(name));

    [Fact]
    public async Task A_file_is_imported_archived_and_reported()
    {
        await using var server = await RunningServer.StartAsync();

        var merged = await MergeAsync(server, "events-1.csv", Good);
        var again = await MergeAsync(server, "events-1.csv", Good);

        Assert.Equal((InboxStates.Imported, true), (merged!.State, File.Exists(Path.Combine(server.Folder, merged.MovedTo))));
        Assert.EndsWith("events-1-2.csv", again!.MovedTo, StringComparison.Ordinal);
        var listed = (await server.Http.GetFromJsonAsync<List<InboxFileResponse>>("/v1/inbox", CoppiceJson.Options, TestContext.Current.CancellationToken))!;
        Assert.Equal([(0, 1), (1, 0)], listed.Select(f => ((int)f.Report!.Imported, (int)f.Report.AlreadyKnown)));
        Assert.All(listed, f => Assert.Equal(3, Assert.Single(f.Report!.Rejects).Line));
    }

    [Theory]
    [InlineData("orders.csv", Good, "the first word of a file's name says what is in it")]
    [InlineData("events.csv", "colour,size\nred,3\n", "expected a column for the customer")]
    [InlineData("events.json", "[{\"customer\":\"a\",", "this is not JSON")]
    [InlineData("notes.ndjson", "{\"customer\":\"a\"}\n", "\"text\" is missing")]
    public async Task A_file_that_cannot_be_read_is_moved_aside_with_the_reason_beside_it(string name, string content, string reason)
    {
        await using var server = await RunningServer.StartAsync();

        var merged = await MergeAsync(server, name, content);

        Assert.Equal(InboxStates.Rejected, merged!.State);
        Assert.Contains(reason, merged.Reason, StringComparison.Ordinal);
        string moved = Path.Combine(server.Folder, "inbox", "rejected", name);
        Assert.Equal(content, await File.ReadAllTextAsync(moved, TestContext.Current.CancellationToken));
        Assert.Contains(reason, await File.ReadAllTextAsync(moved + ".report.json", TestContext.Current.CancellationToken).ContinueWith(t => t.Result.Replace("\\\"", "\"", StringComparison.Ordinal), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events.ndjson", "{\"customer\":\"a\",\"type\":\"visit\",\"time\":\"2025-01-01\"}\n")]
    [InlineData("events.json", " [{\"customer\":\"a\",\"type\":\"visit\",\"time\":\"2025-01-01\"}]")]
    [InlineData("events.json", "{\"customer\":\"a\",\"type\":\"visit\",\"time\":\"2025-01-01\"}")]
    public async Task Json_is_read_as_the_api_reads_it_but_as_history(string name, string content)
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal(InboxStates.Imported, (await MergeAsync(server, name, content))!.State);

        Assert.Equal(1, server.Application.Services.GetRequiredService<Coppice.Server.Storage.Database>()
            .Read(session => session.Value<long>("SELECT COUNT(*) FROM events WHERE known_time = event_time")));
    }

    [Fact]
    public async Task What_comes_to_rest_in_the_folder_is_taken_and_what_is_unfinished_is_not()
    {
        await using var server = await RunningServer.StartAsync();
        var services = server.Application.Services;
        var folder = services.GetRequiredService<InboxFolder>();
        using var loop = new InboxLoop(folder, services.GetRequiredService<MergeInboxFile>(), TimeProvider.System, NullLogger<InboxLoop>.Instance);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "events.csv.part"), Good, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "events.csv"), Good, TestContext.Current.CancellationToken);

        for (int i = 0; i < 300 && File.Exists(Path.Combine(folder.Path, "events.csv")); i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        await loop.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Path.Combine(folder.Path, "events.csv.part")], Directory.GetFiles(folder.Path));
        Assert.Single(Directory.GetFiles(Path.Combine(server.Folder, "archive"), "events.csv", SearchOption.AllDirectories));
    }

    private static async Task<InboxFile?> MergeAsync(RunningServer server, string name, string content)
    {
        var services = server.Application.Services;
        string path = Path.Combine(Directory.CreateDirectory(services.GetRequiredService<InboxFolder>().Path).FullName, name);
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        return await services.GetRequiredService<MergeInboxFile>().RunAsync(new FileInfo(path), TestContext.Current.CancellationToken);
    }
}
