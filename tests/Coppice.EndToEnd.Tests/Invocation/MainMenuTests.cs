using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Coppice.EndToEnd.Tests.Invocation;

public sealed class MainMenuTests
{
    [Fact]
    public async Task A_choice_runs_the_command_of_the_same_name()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapGet("/v1/status", () => FakeServer.Json(Some.Status)));
        var test = new TestScreen(80, ScreenKind.Conversation, input: "5\nx\nq\n");
        Assert.Equal(0, await CoppiceCommandLine.RunAsync(["--workspace", folder.FullName], test.Screen, CancellationToken.None));
        Assert.Contains("$ coppice status\n", test.Output);
        Assert.Contains("boutique · 23,570 customers", test.Output);
        Assert.Contains("'x' is not one of the choices.", test.Output);
    }

    [Fact]
    public async Task Compare_takes_the_two_newest_versions_of_each_model()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(folder, app =>
        {
            app.MapGet("/v1/status", () => FakeServer.Json(Some.Status with { Models = [Some.Status.Models[0]] }));
            app.MapGet("/v1/models/purchase/versions", () => FakeServer.Json(new[] { Some.Version("4.3", "candidate"), Some.Version("4.2", "champion"), Some.Version("4.1", "previous") }));
            app.MapGet("/v1/models/purchase/compare", () => FakeServer.Problem("Both learnt from every row there is.", 409));
        });
        var test = new TestScreen(80, ScreenKind.Conversation, input: "compare\n");
        Assert.Equal(1, await CoppiceCommandLine.RunAsync(["--workspace", folder.FullName], test.Screen, CancellationToken.None));
        Assert.Equal("GET /v1/models/purchase/compare?first=4.2&second=4.3", server.Requests[^1]);
        Assert.Equal("Both learnt from every row there is.\n", test.Error);
    }
}
