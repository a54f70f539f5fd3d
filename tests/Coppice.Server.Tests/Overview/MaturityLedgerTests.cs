using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Overview;
using Coppice.Server.Performance;
using Coppice.Server.Serving;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Tests.Support;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Overview;

public sealed class MaturityLedgerTests
{
    /// <summary>Window and lag of <see cref="SomeModel.Purchase"/>.</summary>
    private const int Delay = 32;

    [Fact]
    public void Open_labels_say_when_there_will_be_enough()
    {
        using var workspace = OnePredictionADay();
        Assert.Equal((Day(9 + Delay), 5), NextVerdict(workspace, new LabelsNeeded(5, 10, 15)));
    }

    [Fact]
    public void Beyond_the_open_labels_the_present_pace_goes_on()
    {
        using var workspace = OnePredictionADay();
        Assert.Equal((Day(40 + Delay), 20.5), NextVerdict(workspace, new LabelsNeeded(20, 40, 60)));
    }

    [Fact]
    public void With_enough_labels_there_is_nothing_to_wait_for()
    {
        using var workspace = OnePredictionADay();
        Assert.Equal((Day(20), 0), NextVerdict(workspace, default));
    }

    [Fact]
    public void A_few_predictions_make_no_pace()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        SomePrediction.Record(workspace, "a", 1);
        workspace.StandAt(5);
        Assert.Null(NextVerdict(workspace, new LabelsNeeded(2, 3, 4)));
        Assert.Equal((Day(1 + Delay), 0), NextVerdict(workspace, new LabelsNeeded(1, 1, 2)));
    }

    [Fact]
    public async Task The_champion_s_quality_is_expected_on_what_it_said_and_nobody_knows_yet()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.StandAt(11);
        double[] scores = Predict(workspace, 0, 150);
        // Another version's answers and known truth say nothing of what the champion will turn out on the rest.
        SomePrediction.Record(workspace, "other", 11);
        workspace.Database.Write(session => session.Execute("UPDATE predictions SET version_id = 999 WHERE arm = 'champion' AND score = 0.5 AND inputs = '{}'"));
        await workspace.ImportOutcomesAsync($"prediction_id,left,date\n{string.Concat(Enumerable.Range(0, 30).Select(i => $"p{i},{(i % 2 == 0 ? "Yes" : "No")},{Day(11):yyyy-MM-dd}\n"))}");
        await workspace.SweepAsync();

        var waiting = Waiting(workspace)!;

        Assert.Equal(121, waiting.Predictions);
        Assert.Null(waiting.NextLabel);
        Assert.Equal(("auc", 120), (waiting.Estimated!.Metric, waiting.Estimated.Predictions));
        Vectors.Close(PairsInOrder(scores[30..]), waiting.Estimated.Value);
        Assert.InRange(waiting.Estimated.HalfWidth, 0.02, 0.15);
    }

    [Fact]
    public async Task Nothing_is_expected_of_few_predictions()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.StandAt(11);
        Assert.Null(Waiting(workspace));
        Predict(workspace, 0, 99);
        Assert.Null(Waiting(workspace)!.Estimated);
        Predict(workspace, 99, 1);
        Assert.NotNull(Waiting(workspace)!.Estimated);
    }

    [Fact]
    public async Task Status_tells_what_waits()
    {
        await using var served = await ServedWorkspace.TrainedAsync();
        Assert.Null((await served.Client.GetStatusAsync(TestContext.Current.CancellationToken)).Models[0].Waiting);
        await served.PredictAsync("churn", TrainedWorkspace.Rows(120, firstDay: -5, days: 1, seed: 4));

        var churn = (await served.Client.GetStatusAsync(TestContext.Current.CancellationToken)).Models[0];

        Assert.Equal(120, churn.Waiting!.Predictions);
        Assert.Equal((churn.Metric, 120), (churn.Waiting.Estimated!.Metric, churn.Waiting.Estimated.Predictions));
        Assert.Equal(churn.Promised, churn.Waiting.Estimated.Promised);

        var performance = await served.Client.GetPerformanceAsync("churn", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((120, churn.Waiting.Estimated.Value), (performance.Points.Sum(p => p.Open), performance.Points[^1].Estimated!.Value));
        Assert.Equal(churn.Promised, performance.Promised);
        Assert.Equal("1.0", Assert.Single(performance.Deployments).To);
        var refused = await Assert.ThrowsAsync<CoppiceException>(() => served.Client.GetPerformanceAsync("churn", "mae", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("auc, log_loss, accuracy, brier", refused.Message, StringComparison.Ordinal);
    }

    private static Workspace OnePredictionADay()
    {
        var workspace = new Workspace(SomeModel.Purchase);
        for (int day = 0; day < 20; day++)
            SomePrediction.Record(workspace, $"c{day}", day);
        workspace.StandAt(20);
        return workspace;
    }

    private static double[] Predict(Workspace workspace, int first, int count) => [.. workspace
        .Predict([.. Enumerable.Range(first, count).Select(i => new PredictionRequest($"new{i}", $"p{i}", $$"""{"usage":{{i * 7 % 100 / 10.0}},"plan":"gold"}"""))])
        .Select(answer => answer!.Score)];

    /// <summary>The share of pairs that will be in the right order, pair by pair; a row beside itself is half a pair as any tie is.</summary>
    private static double PairsInOrder(double[] chances)
    {
        double inOrder = 0;
        foreach (double yes in chances)
            inOrder += chances.Sum(no => yes * (1 - no) * (yes > no ? 1 : yes == no ? 0.5 : 0));
        return inOrder / (chances.Sum() * chances.Sum(chance => 1 - chance));
    }

    private static MaturityLedger Ledger(Workspace workspace) => new(workspace.Get<OpenLabels>(), workspace.Get<EstimateStore>(), workspace.Get<ExpectedErrors>(), workspace.Get<WorkspaceClock>());

    private static (DateTimeOffset At, double GiveOrTakeDays)? NextVerdict(Workspace workspace, LabelsNeeded needed) =>
        workspace.Database.Read(session => Ledger(workspace).Read(session, workspace.Model, workspace.ModelId, champion: null, needed)) is { NextVerdict: { } at, GiveOrTakeDays: { } days } ? (at, days) : null;

    private static WaitingPredictions? Waiting(Workspace workspace) => workspace.Database.Read(session =>
        Ledger(workspace).Read(session, workspace.Model, workspace.ModelId, workspace.Get<VersionStore>().Find(session, workspace.ModelId, new VersionNumber(1, 0)), default).Waiting);
}
