using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Ramps;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Ramps;

/// <summary>The champion 1.0 of <c>left</c>, and 2.0, which takes over: a fifth of the customers, a half, all; a day each, with a hundred customers.</summary>
internal static class RampedWorkspace
{
    public static RampOptions Options { get; } = new() { Shares = [2_000, 5_000], Every = TimeSpan.FromDays(1), Customers = 100 };

    public static Workspace Empty(DatabaseKind kind) => new(new WorkspaceDefinition
    {
        Name = "test",
        Models = [SomeModel.Left],
        Gates = GateSettings.Of(GatePreset.Eager),
        Ramp = Options,
    }, kind);

    /// <summary>The ramp has just begun, on day 20.</summary>
    public static async Task<Workspace> BegunAsync(double slope = 1, DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var workspace = await TrainedWorkspace.WithChampionAsync(Empty(kind));
        workspace.StandAt(19);
        workspace.Ask(0, 300);
        workspace.AddCopy(2, slope);
        workspace.StandAt(20);
        workspace.Begin("2.0");
        return workspace;
    }

    public static void Begin(this Workspace workspace, string version)
    {
        workspace.Database.Write(session =>
        {
            var found = workspace.Get<VersionStore>().Find(session, workspace.ModelId, VersionNumber.Parse(version))!;
            Assert.NotNull(workspace.Get<PromoteChallenger>().Install(session, workspace.ModelId, "left", found, 1, MadeBy.Merit, "coppice", "better"));
        });
        workspace.Get<DeploymentSignal>().Raise(workspace.ModelId);
    }

    /// <summary>Answers about customers of every usage, by their numbers.</summary>
    public static IReadOnlyList<PredictionResponse> Ask(this Workspace workspace, int first, int count) =>
        [.. workspace.Predict([.. Enumerable.Range(first, count).Select(i => new PredictionRequest($"k{i}", null, $$"""{"usage": {{i * 7 % 100 / 10.0}}, "plan": "gold"}"""))]).Select(a => a!)];

    public static Task<RampVerdict?> LookAsync(this Workspace workspace) =>
        workspace.Get<AdvanceRamp>().RunAsync(workspace.Model, workspace.ModelId, TestContext.Current.CancellationToken);

    public static Ramp Ramp(this Workspace workspace) => workspace.Database.Read(session => workspace.Get<RampStore>().Latest(session, workspace.ModelId))!;

    public static string Champion(this Workspace workspace) => workspace.Get<ChampionBoard>().Find(workspace.ModelId)!.Number;
}
