using Coppice.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Coppice.EndToEnd.Tests.Workspaces;

public sealed class WorkspaceFolderTests
{
    [Fact]
    public async Task A_missing_workspace_is_said_in_one_sentence_that_helps()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("status")).Exits(1);
        Assert.Equal($"There is no coppice.yaml in {folder.FullName} or above it. coppice init writes one; coppice demo shows a shop at work.\n", result.Error);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_named_folder_without_a_definition_is_named()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("status", "--workspace", "shop")).Exits(1);
        Assert.Equal($"There is no coppice.yaml in {folder.PathOf("shop")}. coppice init --workspace shop writes one.\n", result.Error);
    }

    [Fact]
    public async Task The_workspace_is_found_from_a_folder_inside_it()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        Directory.CreateDirectory(folder.PathOf("exports/today"));
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapGet("/v1/status", () => FakeServer.Json(Some.Status)));
        CoppiceResult result = (await CoppiceProcess.RunAsync(folder.PathOf("exports/today"), "status")).Exits(0);
        Assert.Contains("boutique · 23,570 customers", result.Output);
    }
}
