using System.Text;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Models;
using Coppice.Server.Statistics;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Support;

/// <summary>A workspace whose model learns from labelled rows: the more <c>usage</c>, the less likely it is that a customer has left.</summary>
internal static class TrainedWorkspace
{
    /// <summary>Gates that let a first version pass on a few hundred rows.</summary>
    public static Workspace Empty(ModelDefinition? model = null, DatabaseKind? kind = null) => new(
        new WorkspaceDefinition
        {
            Name = "test",
            Models = [model ?? SomeModel.Left],
            Gates = GateSettings.Of(GatePreset.Eager),
        },
        kind);

    /// <summary>One version, 1.0, promoted on day 10.</summary>
    public static async Task<Workspace> WithChampionAsync(Workspace? empty = null)
    {
        var workspace = empty ?? Empty();
        workspace.StandAt(10);
        await workspace.ImportLabelsAsync(Rows(600, firstDay: 0, days: 10));
        var run = await workspace.RetrainAsync();
        Assert.Equal(RunStates.Done, run.State);
        Assert.Equal("promoted", Result(run).Decision);
        return workspace;
    }

    public static RunResult Result(Run run) => JsonSerializer.Deserialize<RunResult>(run.Result!, CoppiceJson.Options)!;

    public static string Rows(int count, int firstDay, int days, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        var text = new StringBuilder("customer,date,usage,plan,left\n");
        for (int i = 0; i < count; i++)
        {
            double usage = 10 * random.NextDouble();
            bool left = random.NextDouble() < 1 / (1 + Math.Exp(usage - 5));
            string plan = random.NextBelow(2) == 0 ? "basic" : "gold";
            text.Append($"c{firstDay}-{i},{Workspace.Day(firstDay + (i % days)):yyyy-MM-dd},{usage:0.000},{plan},{(left ? "Yes" : "No")}\n");
        }

        return text.ToString();
    }

    /// <summary>Another version with the bytes of 1.0 that has seen every label there is; with a <paramref name="slope"/> below zero it ranks customers the wrong way round.</summary>
    public static void AddCopy(this Workspace workspace, int major, double slope = 1) => workspace.Database.Write(session =>
    {
        var versions = workspace.Get<VersionStore>();
        var first = versions.Find(session, workspace.ModelId, new VersionNumber(1, 0))!;
        versions.Add(session, first with
        {
            Major = major,
            Watermark = session.Value<long>("SELECT MAX(as_of) FROM labels"),
            Calibration = slope == 1 ? first.Calibration : $$"""{"link":"LogOdds","kind":"Platt","slope":{{slope}},"intercept":0}""",
        });
    });
}
