using System.Globalization;
using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Drift;
using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Overview;
using Coppice.Server.Performance;
using Coppice.Server.Predictions;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Performance;

public sealed class EstimateErrorsTests
{
    /// <summary>The first Monday of the tests' calendar.</summary>
    private const int Monday = 4;

    private const int Learnt = 800;
    private const int Open = 200;

    /// <summary>Everybody is told this; who uses much is further off.</summary>
    private const double Said = 20;

    [Fact]
    public async Task How_far_off_open_amounts_will_be_follows_their_inputs()
    {
        using var workspace = new Workspace(SomeModel.Worth);
        SomeVersion.Promote(workspace, "usage", Said);
        double[] usage = Ask(workspace, Monday, Learnt, 0, 10);
        Assert.All((await ReadAsync(workspace, "mae")).Points, point => Assert.Null(point.Estimated));
        ComeTrue(workspace, usage);
        await MatureAsync(workspace);
        await LookAsync(workspace);
        Assert.Null(workspace.Get<ExpectedErrors>().Find(workspace.ModelId, 1));
        double[] heavy = Ask(workspace, Monday + 35, Open, 7, 10);
        // Where nothing could be told, nobody waits an hour.
        await LookAsync(workspace);
        Ask(workspace, Monday + 42, 99, 7, 10);

        var points = (await ReadAsync(workspace, "mae")).Points;

        // The truth lies off by once the usage, up or down.
        Vectors.Close(usage.Average(), points[0].Value, 1e-6);
        Assert.Null(points[0].Estimated);
        var expected = points[1].Estimated!;
        Assert.Equal(("mae", Open, (long)Open), (expected.Metric, expected.Predictions, points[1].Open));
        Assert.InRange(expected.Value, heavy.Average() - 0.5, heavy.Average() + 0.5);
        double spread = Math.Sqrt(usage.Average(used => Math.Pow(used - usage.Average(), 2)));
        Assert.InRange(expected.HalfWidth / (1.96 * spread / Math.Sqrt(Open)), 0.99, 1.01);
        // What the older ones teach holds of the newer.
        Assert.InRange(expected.Bias!.Value, -0.5, 0.5);
        // An expectation of fewer says nothing.
        Assert.Equal((99L, null), (points[2].Open, points[2].Estimated));

        var logarithmic = (await ReadAsync(workspace, "rmsle")).Points;
        double Off(double[] used) => Math.Sqrt(used.Average(u => (Losses.SquaredLog(Said + u, Said) + Losses.SquaredLog(Said - u, Said)) / 2));
        Assert.InRange(logarithmic[0].Value!.Value, Off(usage) - 0.03, Off(usage) + 0.03);
        Assert.InRange(logarithmic[1].Estimated!.Value, Off(heavy) - 0.05, Off(heavy) + 0.05);
        Assert.All((await ReadAsync(workspace, "normalised_gini")).Points, point => Assert.Null(point.Estimated));
        await TellAsync(workspace, Off(usage));
        // A month is the mean of its weeks.
        Assert.Equal(Open, (await ReadAsync(workspace, "mae", "month")).Points[^1].Estimated!.Predictions);
    }

    /// <summary>What waits says how far off it is expected to be once somebody has looked, of the champion's own answers alone.</summary>
    private static async Task TellAsync(Workspace workspace, double off)
    {
        var ledger = new MaturityLedger(workspace.Get<OpenLabels>(), workspace.Get<EstimateStore>(), workspace.Get<ExpectedErrors>(), workspace.Get<WorkspaceClock>());
        EstimatedMetric? Told(long versionId) => workspace.Database.Read(session => ledger.Read(
            session, workspace.Model, workspace.ModelId, workspace.Get<VersionStore>().Find(session, 1)! with { Id = versionId }, default).Waiting?.Estimated);
        Assert.Equal(Open, Told(1)!.Predictions);

        await LookAsync(workspace);

        var expected = Told(1)!;
        Assert.Equal(("rmsle", Open + 99, true), (expected.Metric, expected.Predictions, expected.IsTrusted));
        Assert.True(expected.Value - expected.HalfWidth > off, $"{expected} is not above {off}, though only those who use much are asked for.");
        Assert.NotNull(expected.Bias);
        Assert.Null(Told(2));
        // At most once an hour.
        workspace.Database.Write(session => session.Execute("UPDATE predictions SET version_id = 2 WHERE id > (SELECT MAX(id) - 99 FROM predictions)"));
        await LookAsync(workspace);
        Assert.Same(expected, Told(1));
        workspace.StandAt(Monday + 43);
        await LookAsync(workspace);
        Assert.Equal(Open, Told(1)!.Predictions);
    }

    [Fact]
    public async Task It_is_learnt_anew_once_an_hour_when_more_has_come_true_and_not_before_there_is_enough()
    {
        using var workspace = new Workspace(SomeModel.Worth);
        SomeVersion.Promote(workspace, "usage", Said);
        ComeTrue(workspace, Ask(workspace, Monday, 450, 0, 10));
        await MatureAsync(workspace);
        Assert.Null(await LearnAsync(workspace));

        ComeTrue(workspace, Ask(workspace, Monday + 40, 150, 0, 10), Monday + 41);
        workspace.StandAt(Monday + 80);
        await workspace.SweepAsync();
        var first = await LearnAsync(workspace);
        Assert.NotNull(first);
        workspace.StandAt(Monday + 80.5);
        Assert.Same(first, await LearnAsync(workspace));
        workspace.StandAt(Monday + 80);

        // Another answer that came true, within the hour and after it.
        workspace.Database.Write(session => session.Execute("UPDATE labels SET as_of = (SELECT MAX(as_of) + 1 FROM labels) WHERE id = (SELECT MIN(id) FROM labels)"));
        workspace.StandAt(Monday + 80 + (1 / 48.0));
        Assert.Same(first, await LearnAsync(workspace));
        workspace.StandAt(Monday + 81);
        Assert.NotSame(first, await LearnAsync(workspace));
    }

    [Fact]
    public async Task What_no_input_shows_is_expected_wrongly_and_by_how_much_is_known()
    {
        // The newest quarter is off by 5 where all before were off by 2, whatever is used.
        double[] off = [.. Enumerable.Range(0, 800).Select(i => (i < 600 ? 2.0 : 5) * (i % 2 == 0 ? 1 : -1))];
        var rows = new ErrorRows(
            new FeatureMatrix(["usage"], [.. off.Select((_, i) => (float)(i % 10))], 800), [.. off.Select(_ => Said)], [.. off.Select(error => Said + error)], [.. off.Select((_, i) => (long)i)]);

        var bias = await TrainingJob.RunAsync(rows.Bias, TestContext.Current.CancellationToken);

        Vectors.Close(-3, bias["mae"], 1e-3);
        Assert.True(bias["rmsle"] < 0);
        var few = rows with { Said = rows.Said[..600], Came = rows.Came[..600], AsOf = rows.AsOf[..600], Features = rows.Features.Take([.. Enumerable.Range(0, 600)]) };
        Assert.Empty(await TrainingJob.RunAsync(few.Bias, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_champion_nothing_is_expected()
    {
        using var workspace = new Workspace(SomeModel.Worth);
        ComeTrue(workspace, Ask(workspace, Monday, Learnt, 0, 10));
        await MatureAsync(workspace);
        Assert.Null(await LearnAsync(workspace));
    }

    /// <summary>Answers recorded on a day; what each customer uses.</summary>
    private static double[] Ask(Workspace workspace, int day, int count, double least, double most)
    {
        var random = new SplitMix64((ulong)day);
        double[] usage = [.. Enumerable.Range(0, count).Select(_ => Math.Round(least + ((most - least) * random.NextDouble()), 3))];
        workspace.StandAt(day);
        workspace.Database.Write(session =>
        {
            var numbers = workspace.Get<CustomerStore>().Number(session);
            long modelId = workspace.Get<ModelStore>().Number(session, workspace.Model.Name);
            workspace.Get<PredictionStore>().Add(session, [.. usage.Select((used, i) => new Prediction(
                $"{day}-{i}", modelId, 1, numbers[$"c{i}"], At(day), Arms.Champion, Said, string.Create(CultureInfo.InvariantCulture, $$"""{"usage":{{used}}}""")))]);
        });
        return usage;
    }

    private static void ComeTrue(Workspace workspace, double[] usage, double day = Monday + 1) =>
        workspace.Record([.. usage.Select((used, i) => Event($"c{i}", "purchase", day, Said + (i % 2 == 0 ? used : -used)))]);

    private static Task<LabelSweep> MatureAsync(Workspace workspace)
    {
        workspace.StandAt(Monday + 35);
        return workspace.SweepAsync();
    }

    private static Task<ErrorOutlook?> LearnAsync(Workspace workspace) =>
        workspace.Get<EstimateErrors>().RunAsync(workspace.Model, workspace.ModelId, TestContext.Current.CancellationToken);

    private static Task LookAsync(Workspace workspace) =>
        workspace.Get<ExpectedErrors>().KeepUpAsync(workspace.Model, workspace.ModelId, TestContext.Current.CancellationToken);

    private static Task<PerformanceResponse> ReadAsync(Workspace workspace, string metric, string? by = null) =>
        workspace.Get<PerformanceOverview>().ReadAsync(workspace.Model, workspace.ModelId, metric, by, TestContext.Current.CancellationToken);
}
