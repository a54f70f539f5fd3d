using Coppice.Client;
using Coppice.Server.Labels;
using Coppice.Server.Performance;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Tests.Support;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Performance;

public sealed class MeasurePerformanceTests
{
    /// <summary>The first Monday of the tests' calendar, 5 January 2026.</summary>
    private const int Monday = 4;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Answers_are_scored_once_as_they_were_served_when_their_labels_mature(string kind)
    {
        using var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), SomeModel.Purchase);
        await AskAsync(workspace, Monday, ("a", 0.9), ("b", 0.6), ("c", 0.4), ("d", 0.2));
        await AskAsync(workspace, Monday + 7, ("e", 0.5));
        workspace.Record(Event("a", "purchase", Monday + 3), Event("c", "purchase", Monday + 20));
        Assert.Equal([4L, 1L], (await ReadAsync(workspace)).Points.Select(p => p.Open));

        workspace.StandAt(Monday + 33);
        await workspace.SweepAsync();
        var points = (await ReadAsync(workspace)).Points;

        Assert.Equal([(Day(Monday), 4L, 2L, 0L), (Day(Monday + 7), 0L, 0L, 1L)], points.Select(p => (p.From, p.Rows, p.Positives, p.Open)));
        // a and c came true: of the four pairs, only c before b is in the wrong order.
        Assert.Equal(0.75, points[0].Value);
        Assert.NotNull(points[0].HalfWidth);
        Assert.Null(points[1].Value);
        double[] losses = [-Math.Log(0.9), -Math.Log(0.4), -Math.Log(0.4), -Math.Log(0.8)];
        Vectors.Close(losses.Average(), (await ReadAsync(workspace, "log_loss")).Points[0].Value);
        // Yes, no, yes, no: the label before is never the next one.
        Assert.Equal(0, (await ReadAsync(workspace, "accuracy")).Points[0].NoChange);
        Vectors.Close(Fading(losses), (await ReadAsync(workspace)).Fading.Single(f => f.Metric == "log_loss").Value);
        Assert.Equal([(0.2, 0.0), (0.4, 1.0), (0.6, 0.0), (0.9, 1.0), (0.5, 0.0)], AskedRows(workspace));

        // What is known late corrects the week it belongs to; the answer was scored already.
        workspace.Record(Event("b", "purchase", Monday + 5, knownDay: Monday + 34));
        workspace.StandAt(Monday + 35);
        Assert.Equal(1, (await workspace.SweepAsync()).Corrected);
        var corrected = await ReadAsync(workspace);
        Assert.Equal((4L, 3L, 1.0), (corrected.Points[0].Rows, corrected.Points[0].Positives, corrected.Points[0].Value));
        Vectors.Close(Fading(losses), corrected.Fading.Single(f => f.Metric == "log_loss").Value);
        Assert.Equal(Math.Round(Weight(4), 9), Math.Round(corrected.Fading[0].Rows, 9));
    }

    [Fact]
    public async Task A_week_without_new_labels_is_not_read_again()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        await AskAsync(workspace, Monday, ("a", 0.9), ("b", 0.6));
        await AskAsync(workspace, Monday + 7, ("c", 0.9), ("d", 0.6));
        workspace.StandAt(Monday + 33);
        await workspace.SweepAsync();
        await ReadAsync(workspace);
        workspace.Database.Write(session => session.Execute("UPDATE performance_weeks SET report = REPLACE(report, '\"rows\":2', '\"rows\":7')"));
        workspace.StandAt(Monday + 40);
        await workspace.SweepAsync();

        Assert.Equal([7L, 2L], (await ReadAsync(workspace)).Points.Select(p => p.Rows));
    }

    [Fact]
    public async Task Another_label_policy_begins_anew()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        await AskAsync(workspace, Monday, ("a", 0.9), ("b", 0.6));
        workspace.Record(Event("a", "purchase", Monday + 20));
        workspace.StandAt(Monday + 40);
        await workspace.SweepAsync();
        Assert.Equal(1, (await ReadAsync(workspace)).Points[0].Positives);

        var sooner = SomeModel.Purchase with { Label = new Server.Workspaces.EventWithin(["purchase"], TimeSpan.FromDays(7)) };
        await workspace.SweepAsync(sooner);
        var performance = await ReadAsync(workspace, model: sooner);
        Assert.Equal((2L, 0L), (performance.Points[0].Rows, performance.Points[0].Positives));
        Assert.Equal(Math.Round(Weight(2), 9), Math.Round(performance.Fading[0].Rows, 9));
    }

    [Fact]
    public async Task Weeks_whose_labels_are_to_come_say_what_is_expected()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        var random = new SplitMix64(5);
        double[] chances = [.. Enumerable.Range(0, 120).Select(_ => random.NextDouble())];
        await AskAsync(workspace, Monday, [.. chances.Select((chance, i) => ($"c{i}", chance))]);
        await AskAsync(workspace, Monday + 7, [.. chances.Take(99).Select((chance, i) => ($"c{i}", chance))]);

        var points = (await ReadAsync(workspace, "accuracy")).Points;

        Assert.Equal(120, points[0].Estimated!.Predictions);
        Vectors.Close(chances.Average(chance => Math.Max(chance, 1 - chance)), points[0].Estimated!.Value);
        Assert.Equal(99, points[1].Open);
        Assert.Null(points[1].Estimated);
    }

    [Fact]
    public async Task Many_weeks_are_told_by_month()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        await AskAsync(workspace, Monday, ("a", 0.9), ("b", 0.6));
        await AskAsync(workspace, Monday + 7, ("a", 0.9), ("b", 0.8), ("c", 0.7), ("d", 0.1), ("e", 0.1), ("f", 0.1));
        workspace.StandAt(Monday + 60);
        await workspace.SweepAsync();

        var month = Assert.Single((await ReadAsync(workspace, "accuracy", "month")).Points);

        Assert.Equal((8L, Day(Monday), Day(Monday + 14)), (month.Rows, month.From, month.Until));
        // Nobody bought: 0 of 2 calls were right in the first week, 3 of 6 in the second.
        Assert.Equal(3.0 / 8, month.Value);
        Assert.Equal("week", (await ReadAsync(workspace)).By);
    }

    /// <summary>What was said and what came of it: of answers that came true by score, and then of open ones.</summary>
    private static List<(double Said, double Came)> AskedRows(Workspace workspace) => workspace.Database.Read(session =>
    {
        var store = workspace.Get<PerformanceStore>();
        var known = store.NewestRows(session, workspace.ModelId, 10);
        Assert.Contains(known, row => row.Row.Id == store.NewestLabel(session, workspace.ModelId));
        var open = store.OpenRows(session, new OpenAnswers(workspace.ModelId, 4, false, At(Monday + 33)), Week.Of(At(Monday + 7)), 10);
        return known.OrderBy(row => row.Said).Concat(open).Select(row => (row.Said, row.Row.Value)).ToList();
    });

    private static double Weight(int rows) => Enumerable.Range(0, rows).Sum(age => Math.Pow(0.999, age));

    private static double Fading(double[] errors) => errors.Select((error, i) => error * Math.Pow(0.999, errors.Length - 1 - i)).Sum() / Weight(errors.Length);

    private static Task<LabelSweep> AskAsync(Workspace workspace, int day, params (string Customer, double Score)[] answers)
    {
        workspace.StandAt(day);
        foreach (var (customer, score) in answers)
            SomePrediction.Record(workspace, customer, day, score: score);
        return workspace.SweepAsync();
    }

    private static Task<PerformanceResponse> ReadAsync(Workspace workspace, string? metric = null, string? by = null, Server.Workspaces.ModelDefinition? model = null) =>
        workspace.Get<PerformanceOverview>().ReadAsync(model ?? workspace.Model, workspace.ModelId, metric, by, TestContext.Current.CancellationToken);
}
