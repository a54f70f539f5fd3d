using Coppice.Server.Files;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Synthetic;

namespace Coppice.Server.Tests.Workspaces;

public sealed class DefinitionFileTests
{
    private const string Boutique = """
        workspace: boutique
        time_zone: Europe/Paris
        models:
          purchase:                                   # will this customer buy in the next 30 days?
            predicts: probability
            label: { event: purchase, within: 30d }
            features: [behaviour, profile]
            learner: fast
          churn:
            label: { no_event: [purchase, visit], within: 90d }
            backfill: { every: week, from: 2025-01-31, max_rows: 1000 }
            synthetic:
              - { when: "days_since_last_purchase > 120", label: 1, weight: 0.3 }
              - { when: "country == 'FR' and visits < 2", label: 0 }
          clv:
            predicts: amount
            label: { sum: purchase.value, within: 52w }
            lag: 0d
        training:
          at_once: 1
          incremental: { method: grow }
          triggers: { new_labels: 100, every: off, drift: false, performance_drop: 0.05 }
        schedule:
          incremental: "0 6 * * *"
          full: off
        gates: { preset: eager, min_accuracy: 0.65, max_size: 2GB, max_latency: 0.5ms }
        """;

    [Fact]
    public void The_boutique_of_the_guide_reads_as_written()
    {
        WorkspaceDefinition definition = Valid(Boutique);

        Assert.Equal("boutique", definition.Name);
        Assert.Equal("Europe/Paris", definition.TimeZone.Id);
        Assert.Equal((2_000_000_000L, TimeSpan.FromMicroseconds(500)), (definition.Gates.MaxSize, definition.Gates.MaxLatency));
        Assert.Equal(["purchase", "churn", "clv"], definition.Models.Select(model => model.Name));
        var purchase = Assert.IsType<EventWithin>(definition.Models[0].Label);
        Assert.Equal(["purchase"], purchase.EventTypes);
        Assert.Equal(TimeSpan.FromDays(30), purchase.Window);
        Assert.Equal(TimeSpan.FromDays(2), definition.Models[0].Lag);

        ModelDefinition churn = definition.Models[1];
        Assert.Equal(["purchase", "visit"], Assert.IsType<NoEventWithin>(churn.Label).EventTypes);
        Assert.Equal(PredictionKind.Probability, churn.Predicts);
        Assert.Equal(FeatureGroups.Behaviour | FeatureGroups.Profile, churn.Features);
        Assert.Equal(Cadence.Of(TimeSpan.FromDays(7)), churn.Backfill.Every);
        Assert.Equal(new DateOnly(2025, 1, 31), churn.Backfill.From);
        Assert.Equal(0.3, churn.Synthetic[0].Weight);
        Assert.Equal(WeakRule.DefaultWeight, churn.Synthetic[1].Weight);

        Assert.Equal(new SumWithin("purchase", TimeSpan.FromDays(364)), definition.Models[2].Label);
        Assert.Equal(TimeSpan.Zero, definition.Models[2].Lag);
        Assert.Equal(new IncrementalOptions { Method = IncrementalMethod.Grow, Trees = 50 }, definition.Training.Incremental);
        Assert.Equal(new TriggerOptions { Every = null, Drift = false }, definition.Training.Triggers);
        Assert.Equal(1, definition.Training.AtOnce);
        Assert.Equal(new ScheduleOptions { Full = null }, definition.Schedule);
        Assert.Equal(GateSettings.Of(GatePreset.Eager) with { MinAccuracy = 0.65, MaxSize = 2_000_000_000, MaxLatency = TimeSpan.FromMicroseconds(500) }, definition.Gates);
    }

    [Fact]
    public void A_labelled_table_needs_only_its_column()
    {
        WorkspaceDefinition definition = Valid("""
            workspace: telco
            models:
              churn: { label: { column: Churn, positive: "Yes" }, types: { SeniorCitizen: category } }
            """);

        ModelDefinition model = definition.Models[0];
        Assert.Equal(new ColumnLabel("Churn", "Yes"), model.Label);
        Assert.Equal(FeatureGroups.Columns, model.Features);
        Assert.Equal(TimeSpan.Zero, model.Lag);
        Assert.Equal(ColumnType.Category, model.Types["SeniorCitizen"]);
        Assert.Equal(new TrainingOptions(), definition.Training);
        Assert.Equal(new ScheduleOptions(), definition.Schedule);
        Assert.Equal(GateSettings.Of(GatePreset.Strict), definition.Gates);
    }

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once_in_the_order_of_the_lines()
    {
        DefinitionResult result = DefinitionFile.Parse("""
            workspace: my shop
            time_zone: Europe/Pari
            models:
              purchase:
                predits: probability
                label: { event: purchase, within: 30 days }
                learner: fats
              churn:
                label: { event: visit, no_event: purchase, within: 90d }
              clv:
                predicts: probability
                label: { sum: purchase.amount, within: 365d }
            schedule: { full: "0 25 * * SUN", compare: "0 3 1" }
            gates: { min_accuracy: 70, max_dorp: 0.1, max_size: 50, max_latency: 5d }
            """);

        Assert.False(result.IsValid);
        Assert.Equal(
        [
            "line 1  workspace: expected a name of letters, digits, - and _, at most 60 characters, found \"my shop\"",
            "line 2  time_zone: expected a time zone such as Europe/Paris (did you mean Europe/Paris?), found \"Europe/Pari\"",
            "line 5  predits is not a key in models.purchase; did you mean predicts?",
            "line 6  models.purchase.label.within: expected a length of time such as 24h, 30d or 12w, found \"30 days\"",
            "line 7  models.purchase.learner: expected fast, elite or baseline (did you mean fast?), found \"fats\"",
            "line 9  models.churn.label: expected one of event, no_event, sum or column, found event and no_event",
            "line 12  models.clv.label.sum: expected an event type and .value, such as purchase.value, found \"purchase.amount\"",
            "line 13  schedule.full: expected for hour *, or numbers from 0 to 23 with , - and /, found \"25\" in \"0 25 * * SUN\"",
            "line 13  schedule.compare: expected five fields (minute, hour, day, month, weekday) such as \"0 6 * * *\", found 3 in \"0 3 1\"",
            "line 14  gates.min_accuracy: expected a number from 0 to 1, found \"70\"",
            "line 14  gates.max_size: expected a size such as 500KB, 50MB or 2GB, found \"50\"",
            "line 14  gates.max_latency: expected a short time such as 0.5ms or 5ms, found \"5d\"",
            "line 14  max_dorp is not a key in gates; did you mean max_drop?",
        ],
        result.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("features: [columns]", "models.m.features: columns are inputs only where the label is a column of the same rows")]
    [InlineData("predicts: amount", "models.m.predicts: expected probability, which is what this label gives, found \"amount\"")]
    [InlineData("lag: -1d", "models.m.lag: expected a length of time such as 24h, 30d or 12w, or 0d, found \"-1d\"")]
    [InlineData("types: { age: numbr }", "models.m.types.age: expected number, category, boolean, date or text (did you mean number?), found \"numbr\"")]
    [InlineData("synthetic: [{ when: \"a >\", label: 1 }]", "models.m.synthetic[1].when: column 4: expected a number, or a text in quotes, found the end in \"a >\"")]
    [InlineData("synthetic: [{ when: \"a > 1\", label: 2 }]", "models.m.synthetic[1].label: expected a whole number from 0 to 1, found \"2\"")]
    [InlineData("exclude: &x [a]", "anchors (&) are not read here; write the value out")]
    public void A_model_says_what_it_cannot_use(string line, string expected)
    {
        DefinitionResult result = DefinitionFile.Parse($"workspace: w\nmodels:\n  m:\n    label: {{ event: purchase, within: 30d }}\n    {line}\n");

        DefinitionProblem problem = Assert.Single(result.Problems);
        Assert.Equal(new DefinitionProblem(5, expected), problem);
    }

    [Theory]
    [InlineData("{ column: c }", "models.m.label: say which value of the column is the positive one (positive: ...), or predicts: amount")]
    [InlineData("{ column: c, positive: 1, within: 30d }", "models.m.label.within: does not go with column; leave it out")]
    [InlineData("{ event: purchase }", "models.m.label: within is missing; expected a length of time such as 24h, 30d or 12w")]
    [InlineData("{ within: 30d }", "models.m.label: expected one of event, no_event, sum or column, found none")]
    [InlineData("{ event: [], within: 30d }", "models.m.label.event: expected at least one event type, found a list of 0")]
    [InlineData("purchase", "models.m.label: expected keys of its own, such as { event: purchase, within: 30d }, found \"purchase\"")]
    public void A_label_says_what_it_lacks(string label, string expected)
    {
        DefinitionResult result = DefinitionFile.Parse($"workspace: w\nmodels:\n  m:\n    label: {label}\n");

        Assert.Equal(expected, Assert.Single(result.Problems).Message);
    }

    [Theory]
    [InlineData("", "the file is empty; expected workspace and models")]
    [InlineData("- a\n- b", "expected keys such as workspace and models, found a list of 2")]
    [InlineData("workspace: w", "models is missing; expected at least one, such as purchase: { label: { event: purchase, within: 30d } }")]
    [InlineData("workspace: w\nworkspace: v\nmodels: { a: { label: { event: b, within: 1d } } }", "workspace is given twice; it was first given on line 1")]
    [InlineData("workspace: w\nmodels: { m: }", "models.m: label is missing; expected how truth is found, such as { event: purchase, within: 30d }")]
    public void A_file_without_the_essentials_says_so(string text, string expected)
    {
        Assert.Equal(expected, Assert.Single(DefinitionFile.Parse(text).Problems).Message);
    }

    [Fact]
    public void Broken_yaml_is_one_problem_with_its_line()
    {
        DefinitionProblem problem = Assert.Single(DefinitionFile.Parse("workspace: w\nmodels: { a: [1, 2\n").Problems);
        Assert.StartsWith("this is not YAML: ", problem.Message, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 2, 3);
    }

    [Fact]
    public void Deep_nesting_and_large_files_are_refused_without_being_built()
    {
        Assert.Contains("nested deeper", Assert.Single(DefinitionFile.Parse(new string('[', 200_000)).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("256 KiB", Assert.Single(DefinitionFile.Parse(new string('a', 300_000)).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_what_writes_one()
    {
        Assert.Equal("nowhere.yaml is not there; coppice init writes one", Assert.Single(DefinitionFile.Read("nowhere.yaml").Problems).Message);
    }

    [Fact]
    public void Mutated_definitions_never_throw()
    {
        var random = new Coppice.Server.Statistics.SplitMix64(11);
        const string Alphabet = "{}[]:,-\"'#&*!|>%@`\n \t0aé\0";
        for (int round = 0; round < 3000; round++)
        {
            char[] text = Boutique.ToCharArray();
            for (long edit = random.NextBelow(8); edit >= 0; edit--)
                text[random.NextBelow(text.Length)] = Alphabet[(int)random.NextBelow(Alphabet.Length)];

            DefinitionResult result = DefinitionFile.Parse(new string(text));
            Assert.NotEqual(result.IsValid, result.Problems.Count > 0);
        }
    }

    private static WorkspaceDefinition Valid(string text)
    {
        DefinitionResult result = DefinitionFile.Parse(text);
        Assert.Empty(result.Problems);
        return result.Definition!;
    }
}
