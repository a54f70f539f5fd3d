using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Tests.Files;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Synthetic;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Tests.Workspaces.Writing;

public sealed class DefinitionWriterTests
{
    [Fact]
    public void The_starter_reads_back_as_it_was_written()
    {
        WorkspaceDefinition starter = StarterDefinition.Of("boutique", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        AssertRoundTrip(starter);
    }

    [Fact]
    public void Everything_that_can_be_chosen_reads_back()
    {
        RuleCondition when = RuleParser.Parse("a > -1.5e-7 and (b == \"it's\" or c != 'x') and d <= 3").Condition!;
        AssertRoundTrip(new WorkspaceDefinition
        {
            Name = "no",
            Recipes = [Recipe.Fast with { Name = "mine", Boosted = new BoostedRecipe { Depth = 2, StepSize = 0.125 }, Additive = null, Forest = new ForestRecipe { Shards = 2, Trees = 9, RowShare = 0.5, Columns = 3, ColumnShare = 0.0625 }, Validation = new ValidationRecipe { Share = 0.25, Parts = 5 }, Notes = new NoteRecipe { FewestCustomers = 2, Buckets = false, Counts = true, MostPairs = 9 } }, Recipe.Baseline with { Name = "true" }],
            Models =
            [
                new ModelDefinition
                {
                    Name = "m",
                    Predicts = PredictionKind.Probability,
                    Label = new ColumnLabel("a \"quoted\": {column}\n#", "true"),
                    Features = FeatureGroups.Columns | FeatureGroups.Behaviour,
                    Recipe = Recipe.Elite,
                    Quick = Recipe.Fast,
                    Exclude = ["yes", "2", "ü x"],
                    Lag = TimeSpan.FromHours(36),
                    Backfill = new BackfillOptions { Every = Cadence.Of(TimeSpan.FromDays(30)), From = new DateOnly(2024, 2, 29), MaxRows = 7 },
                    Types = new Dictionary<string, ColumnType> { ["null"] = ColumnType.Category, ["x"] = ColumnType.Date },
                    Columns = new LabelledColumns("customer id", "time"),
                    Synthetic = [new WeakRule(when, 1, 0.25)],
                    Costs = new ActionCosts(-1.5, 2, 40, 0.25) { Retrain = 5 },
                },
            ],
            Training = new TrainingOptions
            {
                Incremental = new IncrementalOptions { Method = IncrementalMethod.Grow, Trees = 7 },
                Triggers = new TriggerOptions { NewLabels = null, Every = null, Drift = false, PerformanceDrop = null },
                Repair = new RepairOptions { TuneMinutes = 3 },
                AtOnce = 3,
                Seed = 7,
            },
            Schedule = new ScheduleOptions { Incremental = null, Full = "*/15 1,2 * JAN-MAR MON-FRI", Compare = null },
            Gates = GateSettings.Of(GatePreset.Eager) with { MinRows = 31, MaxSegmentDrop = 0.25, Approvals = 2, Reserve = 0.1, MaxForgotten = 0.2, MaxCrossing = 0.5, MaxTopChange = 0.5, MaxSize = 2_500_000, MaxLatency = TimeSpan.FromMilliseconds(1.5), MaxAge = TimeSpan.FromDays(9), Evidence = EvidenceRule.Interval, Significance = 0.1 },
        });
    }

    [Theory]
    [InlineData("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv", "Churn", "Yes", "customerID")]
    [InlineData("shoppers/online_shoppers_intention.csv", "Revenue", "TRUE", null)]
    [InlineData("elec2/elec2_full.csv", "class", "UP", null)]
    public void A_labelled_table_needs_no_edit(string path, string target, string positive, string? customer)
    {
        using ITableReader reader = TableFile.Open(SharedData.Find(path)).Reader!;
        TableProfile profile = TableProfile.Read(reader);
        TableDefinitionResult result = TableDefinition.Infer("shop", TimeZoneInfo.Utc, profile, target);

        Assert.Null(result.Problem);
        ModelDefinition model = result.Definition!.Models[0];
        Assert.Equal(new ColumnLabel(target, positive), model.Label);
        Assert.Equal(PredictionKind.Probability, model.Predicts);
        Assert.Equal(new LabelledColumns(customer, null), model.Columns);
        Assert.Empty(model.Exclude);
        Assert.Equal(0, profile.RejectedRows);
        if (customer is not null)
            Assert.Equal((ColumnType.Number, 11), (profile.Find("TotalCharges")!.Type, profile.Find("TotalCharges")!.Missing));
        AssertRoundTrip(result.Definition);
    }

    [Theory]
    [InlineData("x", "there is no column \"x\"; there are id, color, spend, same")]
    [InlineData("colour", "there is no column \"colour\" (did you mean color?); there are id, color, spend, same")]
    [InlineData("same", "same is \"1\" in every row; expected two different values, or numbers")]
    [InlineData("color", "color: expected two different values, or numbers, found 3 different ones (blue, green, red, ...)")]
    public void A_target_that_cannot_be_learned_is_refused(string target, string expected) =>
        Assert.Equal(expected, TableDefinition.Infer("w", TimeZoneInfo.Utc, Colours(), target).Problem);

    [Fact]
    public void A_column_of_numbers_is_an_amount()
    {
        ModelDefinition model = TableDefinition.Infer("w", TimeZoneInfo.Utc, Colours(), "spend").Definition!.Models[0];
        Assert.Equal((PredictionKind.Amount, new ColumnLabel("spend", null), "id"), (model.Predicts, model.Label, model.Columns.Customer));
    }

    private static TableProfile Colours()
    {
        using ITableReader reader = Table.Open("id,color,spend,same\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"k{i},{(i % 3) switch { 0 => "red", 1 => "green", _ => "blue" }},{i * 3},1\n")));
        return TableProfile.Read(reader);
    }

    private static void AssertRoundTrip(WorkspaceDefinition definition)
    {
        string text = DefinitionWriter.Write(definition);
        DefinitionResult read = DefinitionFile.Parse(text);
        Assert.Empty(read.Problems);
        Assert.Equal(text, DefinitionWriter.Write(read.Definition!));
        Assert.Equivalent(definition, read.Definition!, strict: true);
    }
}
