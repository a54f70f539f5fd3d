using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Alerts.Channels;

public class FileChannelTests
{
    [Fact]
    public async Task Each_message_is_a_line_and_a_notice_is_one_where_it_is_asked_for()
    {
        using var workspace = new AlertedWorkspace(new AlertOptions { File = "told/alerts.jsonl", AtLeast = AlertSeverity.Notice });
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("done", 2);

        Assert.Equal(2, await workspace.DeliverAsync(2));

        string path = workspace.Channels.Single().Target;
        Assert.EndsWith("told/alerts.jsonl", path, StringComparison.Ordinal);
        string[] lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        var messages = lines.Select(line => JsonSerializer.Deserialize<AlertMessage>(line, CoppiceJson.Options)!).ToList();
        Assert.Equal([("opened", "notice"), ("closed", "notice")], messages.Select(message => (message.Kind, message.Alert.Severity)));
        Assert.True(messages[0].Delivery < messages[1].Delivery);
    }
}
