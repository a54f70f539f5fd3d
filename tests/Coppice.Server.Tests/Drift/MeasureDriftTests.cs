using System.Globalization;
using System.Text;
using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Serving;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Drift;

public sealed class MeasureDriftTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Inputs_that_change_are_found_named_and_written_down(string kind)
    {
        using var workspace = await ChampionAsync(Enum.Parse<DatabaseKind>(kind));
        Assert.Empty(await MeasureAsync(workspace, 10));
        await AskAsync(workspace, 12, usage: 0, plans: "basic,gold");
        Assert.Empty(await MeasureAsync(workspace, 18));
        Assert.Equal(("steady", "steady", "steady"), Verdicts(workspace));

        await AskAsync(workspace, 20, usage: 4, plans: "basic,gold");
        Assert.Empty(await MeasureAsync(workspace, 26));
        Assert.Equal("suspected", Read(workspace).Views[0].Verdict);
        await AskAsync(workspace, 28, usage: 4, plans: "basic,gold");
        var began = await MeasureAsync(workspace, 34);

        Assert.Equal(["inputs", "together", "scores"], began.Select(v => v.View));
        var drift = Read(workspace);
        Assert.Contains("inputs since 2026-01-19", drift.Sentence, StringComparison.Ordinal);
        Assert.Equal(("COP-DRIFT-001", Workspace.Day(18)), (drift.Views[0].Code, drift.Views[0].Since!.Value));
        var usage = drift.Inputs[0];
        Assert.Equal(("usage", true, "wasserstein"), (usage.Input, usage.Differs, usage.Measure));
        // A step of 4 in an input that is uniform over ten units: 4 / (10 / sqrt 12) standard deviations.
        Assert.InRange(usage.Effect, 1.25, 1.52);
        Assert.InRange(usage.MeanNow!.Value - usage.MeanBefore!.Value, 3.7, 4.3);
        // The more usage, the less likely it is that a customer leaves.
        Assert.True(usage.ScoreChange < -0.5, $"{usage.ScoreChange}");
        Assert.False(drift.Inputs.Single(i => i.Input == "plan").Differs);
        Assert.Equal(3, drift.Budget.Alarms);
        Assert.Equal(3, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'drift'"));

        await AskAsync(workspace, 36, usage: 0, plans: "basic,gold");
        await MeasureAsync(workspace, 42);
        await AskAsync(workspace, 44, usage: 0, plans: "basic,gold");
        Assert.Equal(3, (await MeasureAsync(workspace, 50)).Count);
        Assert.Equal(("steady", "steady", "steady"), Verdicts(workspace));
        Assert.Equal(3, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'drift_over'"));
    }

    [Fact]
    public async Task A_category_nobody_has_seen_is_told()
    {
        using var workspace = await ChampionAsync();
        await MeasureAsync(workspace, 10);
        await AskAsync(workspace, 12, usage: 0, plans: "basic,gold,gold,platinum");
        await MeasureAsync(workspace, 18);

        var plan = Read(workspace).Inputs.Single(i => i.Input == "plan");
        Assert.True(plan.Differs);
        Assert.InRange(plan.NewCategories!.Value, 0.2, 0.3);
    }

    [Fact]
    public async Task A_window_short_of_customers_lasts_until_there_are_enough()
    {
        using var workspace = await ChampionAsync();
        await MeasureAsync(workspace, 10);
        await AskAsync(workspace, 12, usage: 4, plans: "gold", customers: 300);
        await AskAsync(workspace, 13, usage: 4, plans: "gold", customers: 300);
        await MeasureAsync(workspace, 18);
        Assert.Equal("not_enough_data", Read(workspace).Views[0].Verdict);

        await AskAsync(workspace, 20, usage: 4, plans: "gold", customers: 600);
        await MeasureAsync(workspace, 21);
        var view = Read(workspace).Views[0];
        Assert.Equal(("suspected", 600, Workspace.Day(10)), (view.Verdict, view.Rows, view.From!.Value));
    }

    [Fact]
    public async Task Labels_that_change_and_errors_that_rise_are_found()
    {
        using var workspace = await ChampionAsync();
        await MeasureAsync(workspace, 10);
        for (int week = 0; week < 3; week++)
        {
            int day = 12 + (8 * week);
            await AskAsync(workspace, day, usage: 0, plans: "basic,gold");
            // Four of five leave, whatever the model says.
            workspace.StandAt(day + 3);
            await workspace.ImportOutcomesAsync("customer,date,left\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"u{i},{Workspace.Day(day + 2):yyyy-MM-dd},{(i % 5 == 0 ? "No" : "Yes")}\n")));
            await workspace.SweepAsync();
            await MeasureAsync(workspace, day + 6);
        }

        var views = Read(workspace).Views.ToDictionary(v => v.View);
        Assert.Equal(("drifted", "drifted"), (views["labels"].Verdict, views["errors"].Verdict));
        Assert.Equal("steady", views["inputs"].Verdict);
        Assert.True(views["errors"].Measured > views["errors"].Bound);

        var told = workspace.Database.Read(session => workspace.Get<TriggerFactsReader>().Read(session, workspace.Model, workspace.ModelId));
        Assert.Equal(["labels", "errors"], told.Drifted.Select(v => v.View));
        Assert.Equal(TriggerState.Due, new DriftTrigger().Ask(told).State);
        // What came before is another world, and stays so once a new champion has learnt this one.
        Assert.Equal(told.Drifted.Max(v => v.Since), workspace.Database.Read(session => workspace.Get<DriftOverview>().WorldSince(session, workspace.ModelId)));
    }

    [Fact]
    public async Task A_full_retrain_is_measured_anew()
    {
        using var workspace = await ChampionAsync();
        await MeasureAsync(workspace, 10);
        foreach (int day in (int[])[12, 20])
        {
            await AskAsync(workspace, day, usage: 4, plans: "basic,gold");
            await MeasureAsync(workspace, day + 6);
        }

        Assert.Equal("drifted", Read(workspace).Views[0].Verdict);
        workspace.AddCopy(2);
        await workspace.PromoteAsync("2.0", "it has learnt the new world");
        Assert.Equal(3, (await MeasureAsync(workspace, 27)).Count);
        Assert.All(Read(workspace).Views, view => Assert.Equal("not_enough_data", view.Verdict));
        Assert.Equal(3, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'drift_over'"));
    }

    [Fact]
    public async Task Where_inputs_are_computed_the_first_answers_are_the_reference()
    {
        using var workspace = new Workspace(new WorkspaceDefinition { Name = "test", Models = [SomeModel.Purchase], Gates = GateSettings.Of(GatePreset.Eager) });
        workspace.StandAt(120);
        await workspace.ImportEventsAsync(Visits(0, 120, perDay: 60));
        await workspace.SweepAsync();
        Assert.Equal("promoted", TrainedWorkspace.Result(await workspace.RetrainAsync()).Decision);
        await MeasureAsync(workspace, 120);
        for (int day = 121; day < 150; day += 8)
        {
            workspace.StandAt(day);
            workspace.Predict([.. Enumerable.Range(0, 700).Select(i => new PredictionRequest($"c{i}"))]);
            await MeasureAsync(workspace, day + 7);
            string expected = day switch { 121 => "not_enough_data", 129 => "steady", 137 => "suspected", _ => "drifted" };
            Assert.Equal(expected, Read(workspace).Views[0].Verdict);
            // From then on everybody comes ten times as often.
            await workspace.ImportEventsAsync(Visits(day, day + 7, perDay: day < 129 ? 60 : 900));
        }

        Assert.StartsWith("700 answers up to 2026-05-09", Read(workspace).Views[0].Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_again_writes_nothing()
    {
        using var workspace = await ChampionAsync();
        await MeasureAsync(workspace, 10);
        await AskAsync(workspace, 12, usage: 0, plans: "basic,gold");
        await MeasureAsync(workspace, 18);
        await MeasureAsync(workspace, 19);
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM drift_reports"));
    }

    private static async Task<Workspace> ChampionAsync(DatabaseKind? kind = null)
    {
        var workspace = TrainedWorkspace.Empty(kind: kind);
        workspace.StandAt(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(1_500, firstDay: 0, days: 10));
        Assert.Equal("promoted", TrainedWorkspace.Result(await workspace.RetrainAsync()).Decision);
        return workspace;
    }

    private static async Task<IReadOnlyList<DriftView>> MeasureAsync(Workspace workspace, double day)
    {
        workspace.StandAt(day);
        return await workspace.Get<MeasureDrift>().RunAsync(workspace.Model, workspace.ModelId, TestContext.Current.CancellationToken);
    }

    private static Task AskAsync(Workspace workspace, double day, double usage, string plans, int customers = 600)
    {
        workspace.StandAt(day);
        var random = new SplitMix64((ulong)day);
        string[] names = plans.Split(',');
        workspace.Predict([.. Enumerable.Range(0, customers).Select(i => new PredictionRequest(
            $"u{i}",
            null,
            string.Create(CultureInfo.InvariantCulture, $$"""{"usage": {{usage + (10 * random.NextDouble()):0.000}}, "plan": "{{names[random.NextBelow(names.Length)]}}"}""")))]);
        return Task.CompletedTask;
    }

    private static string Visits(int from, int until, int perDay)
    {
        var random = new SplitMix64((ulong)from);
        var text = new StringBuilder("customer,type,time,value\n");
        for (int i = from * perDay; i < until * perDay; i++)
        {
            long customer = random.NextBelow(700);
            string type = random.NextBelow(700) < customer ? "purchase" : "visit";
            text.Append($"c{customer},{type},{Workspace.Day((i / perDay) + (0.9 * random.NextDouble())):yyyy-MM-ddTHH:mm:ssZ},{random.NextBelow(50)}\n");
        }

        return text.ToString();
    }

    private static DriftResponse Read(Workspace workspace) => workspace.Get<DriftOverview>().Read(workspace.Model, workspace.ModelId);

    private static (string Inputs, string Together, string Scores) Verdicts(Workspace workspace) =>
        Read(workspace).Views is [var inputs, var together, var scores, ..] ? (inputs.Verdict, together.Verdict, scores.Verdict) : default;
}
