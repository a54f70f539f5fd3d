using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Alerts;

public sealed class AlertsCommandTests
{
    [Fact]
    public async Task A_quiet_workspace_has_no_alerts_and_none_to_acknowledge()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition + "alerts: { file: alerts.jsonl }\n");

        Assert.Contains("Nothing is wrong.", (await folder.RunAsync("alerts")).Exits(0).Output);
        AlertList all = (await folder.RunAsync("alerts", "--all", "--json")).Exits(0).Json<AlertList>();
        Assert.Empty(all.Alerts);
        Assert.Equal(("file", folder.PathOf("alerts.jsonl")), (all.Channels[0].Channel, all.Channels[0].Target));
        Assert.Contains("There is no alert 5.", (await folder.RunAsync("alerts", "acknowledge", "5")).Exits(1).Error);
        Assert.Contains("There is no alert 5.", (await folder.RunAsync("alerts", "silence", "5", "--for", "2w")).Exits(1).Error);
    }
}
