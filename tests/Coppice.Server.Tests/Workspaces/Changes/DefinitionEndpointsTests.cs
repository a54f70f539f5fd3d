using Coppice.Client;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Workspaces.Changes;

public sealed class DefinitionEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_checked_written_in_force_and_remembered_with_who_made_it()
    {
        await using var server = await RunningServer.StartAsync();
        server.Http.DefaultRequestHeaders.Add("X-Coppice-Actor", "ann");
        var inForce = server.Application.Services.GetRequiredService<DefinitionInForce>();
        var before = await server.Client.GetDefinitionAsync(Cancellation);
        string text = before.Text.Replace("preset: eager", "preset: eager, approvals: 2", StringComparison.Ordinal).Replace("within: 30d", "within: 60d", StringComparison.Ordinal);

        var check = await server.Client.CheckDefinitionAsync(text, Cancellation);
        Assert.Equal(1, inForce.Gates.Approvals);
        var changed = await server.Client.ChangeDefinitionAsync(text, before.Sha256, "two pairs of eyes", Cancellation);

        Assert.Equal((2, TimeSpan.FromDays(30)), (inForce.Gates.Approvals, ((EventWithin)inForce.Models[0].Label).Within));
        Assert.Equal(["gates", "models.purchase"], [.. check.InForce, .. check.NeedsRestart]);
        Assert.Equal(["gates"], changed.InForce);
        Assert.Equal(["models.purchase"], changed.NeedsRestart);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(server.Folder, DefinitionFile.Name), Cancellation));
        var after = await server.Client.GetDefinitionAsync(Cancellation);
        Assert.Equal((text, changed.Sha256), (after.Text, after.Sha256));
        Assert.Equal(["models.purchase"], after.NeedsRestart);
        var history = (await server.Client.GetDefinitionHistoryAsync(cancellationToken: Cancellation)).Entries;
        Assert.Equal([("ann", "two pairs of eyes", text), ("coppice.yaml", null, before.Text)], history.Select(e => (e.Actor, e.Reason, e.Text)));
        var entry = (await server.Client.GetAuditAsync(kind: "change_definition", cancellationToken: Cancellation)).Entries.Single();
        Assert.Equal(("ann", changed.Sha256), (entry.Actor, entry.Facts.GetProperty("sha256").GetString()));
    }

    [Fact]
    public async Task A_change_of_another_text_than_the_one_there_is_changes_nothing()
    {
        await using var server = await RunningServer.StartAsync();
        var before = await server.Client.GetDefinitionAsync(Cancellation);
        string path = Path.Combine(server.Folder, DefinitionFile.Name);
        await File.AppendAllTextAsync(path, "# by hand\n", Cancellation);

        var refused = await Assert.ThrowsAsync<CoppiceException>(() => server.Client.ChangeDefinitionAsync(before.Text + "drift: { window: 3d }\n", before.Sha256, cancellationToken: Cancellation));

        Assert.Equal(DefinitionCodes.ChangedMeanwhile, refused.Problem.Code);
        Assert.EndsWith("# by hand\n", await File.ReadAllTextAsync(path, Cancellation));
        Assert.Empty((await server.Client.GetDefinitionHistoryAsync(cancellationToken: Cancellation)).Entries);
        Assert.Equal(TimeSpan.FromDays(7), server.Application.Services.GetRequiredService<DefinitionInForce>().Drift.Window);
    }

    [Fact]
    public async Task Problems_are_told_with_their_place_and_the_word_that_was_meant()
    {
        await using var server = await RunningServer.StartAsync();
        var before = await server.Client.GetDefinitionAsync(Cancellation);
        string text = before.Text.Replace("preset: eager", "preset: eager, min_acuracy: 0.5", StringComparison.Ordinal);

        var fault = Assert.Single((await server.Client.CheckDefinitionAsync(text, Cancellation)).Problems);
        var refused = await Assert.ThrowsAsync<CoppiceException>(() => server.Client.ChangeDefinitionAsync(text, before.Sha256, cancellationToken: Cancellation));

        string line = text.Split('\n')[fault.Line - 1];
        Assert.Equal("min_acuracy", line.Substring(fault.Column - 1, 11));
        Assert.Equal("min_accuracy", fault.Nearest);
        Assert.Equal(DefinitionCodes.Invalid, refused.Problem.Code);
        Assert.Contains(fault.Sentence, refused.Message);
        Assert.Equal(before.Sha256, (await server.Client.GetDefinitionAsync(Cancellation)).Sha256);
    }

    [Fact]
    public async Task A_run_ends_by_the_settings_it_began_with()
    {
        await using var server = await RunningServer.StartAsync();
        var board = server.Application.Services.GetRequiredService<RunBoard>();
        var inForce = server.Application.Services.GetRequiredService<DefinitionInForce>();
        var before = await server.Client.GetDefinitionAsync(Cancellation);
        Assert.True(board.TryTake(1));

        var change = server.Client.ChangeDefinitionAsync(before.Text + "drift: { window: 3d }\n", before.Sha256, cancellationToken: Cancellation);
        await Task.Delay(200, Cancellation);
        Assert.False(change.IsCompleted);
        Assert.Equal(TimeSpan.FromDays(7), inForce.Drift.Window);
        board.Release(1);

        Assert.Equal(["drift"], (await change).InForce);
        Assert.Equal(TimeSpan.FromDays(3), inForce.Drift.Window);
    }

    [Fact]
    public async Task A_change_says_what_it_was_made_from()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Http.PutAsync("/v1/definition", new StringContent("workspace: x"), Cancellation);

        Assert.Contains("If-Match", (await RunningServer.ProblemOfAsync(response)).Title);
    }
}
