using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Storage;
using Microsoft.AspNetCore.Builder;

namespace Coppice.EndToEnd.Tests.Workspaces;

public sealed class ServerConnectionTests
{
    [Fact]
    public async Task A_running_server_is_asked()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapGet("/v1/status", () => FakeServer.Json(Some.Status)));
        CoppiceResult result = (await folder.RunAsync("status", "--json")).Exits(0);
        Assert.Equal(4, result.Json<StatusResponse>().Models.Count);
        Assert.Contains("\"last_event\":", result.Output);
        Assert.Equal(["GET /v1/status"], server.Requests);
    }

    [Fact]
    public async Task A_refusal_is_its_sentence_with_every_problem_below_and_no_stack_trace()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(
            folder,
            app => app.MapGet("/v1/models/{model}/versions", (string model) => FakeServer.Problem($"There is no model '{model}'.", 404, "known models: purchase, churn")));
        CoppiceResult result = (await folder.RunAsync("versions", "purchas")).Exits(1);
        Assert.Equal("There is no model 'purchas'.\n  known models: purchase, churn\n", result.Error);
        CoppiceResult traced = (await folder.RunAsync("versions", "purchas", "--trace")).Exits(1);
        Assert.Contains("   at Coppice.Client.CoppiceClient.", traced.Error);
    }

    [Fact]
    public async Task A_note_whose_writer_is_gone_is_not_believed()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        using var other = TemporaryFolder.WithWorkspace();
        await using FakeServer stranger = await FakeServer.StartAsync(other, app => app.MapGet("/v1/status", () => FakeServer.Json(Some.Status)));
        OwnerNote note = WorkspaceOwner.ReadNote(other.FullName)!;
        Directory.CreateDirectory(folder.PathOf(".coppice"));
        folder.Write(".coppice/owner.json", System.Text.Json.JsonSerializer.Serialize(note, CoppiceJson.Options));
        await folder.RunAsync("status");
        Assert.Empty(stranger.Requests);
    }
}
