using Coppice.Client;
using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Training;

public class SetChecksTests
{
    private const int Rows = 1000;

    [Fact]
    public void A_set_like_the_champion_s_says_nothing()
    {
        Assert.Empty(Found(Plan()));
        Assert.Empty(SetChecks.Look(Figures(Plan()), Plan(), null, new QualitySettings()));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(20, "warning")]
    [InlineData(60, "blocking")]
    public void Labels_that_contradict_each_other_are_counted(int conflicts, string? severity)
    {
        var plan = Plan(row => row with { AsOf = row.Id >= Rows - conflicts ? Plan().Rows[(int)row.Id - 500].AsOf : row.AsOf, CustomerId = row.Id >= Rows - conflicts ? row.CustomerId - 500 : row.CustomerId, Value = row.Id >= Rows - conflicts ? 1 - Plan().Rows[(int)row.Id - 500].Value : row.Value });

        Assert.Equal(severity, Found(plan).FirstOrDefault(f => f.Check == "conflicts")?.Severity);
    }

    [Fact]
    public void Examples_that_stand_twice_are_noticed()
    {
        var plan = Plan(row => row.Id >= 900 ? Plan().Rows[(int)row.Id - 500] with { Id = row.Id } : row);

        Assert.Equal("left: 100 of 1,000 examples say the same of the same customer and moment as another. They count twice; see which upload brought them.", Assert.Single(Found(plan)).Sentence);
    }

    // Of a thousand each: .2 against .3 is 4 errors of .0188 and half of the rarer kind; .2 against .22 is one.
    [Theory]
    [InlineData(220, 0)]
    [InlineData(300, 1)]
    public void A_base_rate_that_moved_is_told_from_luck(int positives, int expected)
    {
        Assert.Equal(expected, Found(Plan(row => row with { Value = row.Id * 7 % Rows < positives ? 1 : 0 })).Count(f => f.Check == "base_rate"));
    }

    [Fact]
    public void A_month_in_which_nothing_came_true_is_named()
    {
        var plan = Plan(row => row with { Value = row.AsOf < Workspace.At(31) && row.AsOf >= Workspace.At(0) ? 0 : row.Value });

        Assert.StartsWith("left: all labels are the same in 2026-01 (", Assert.Single(Found(plan), f => f.Check == "one_sided").Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, 0)]
    [InlineData(60, 1)]
    public void Labels_that_have_grown_old_are_noticed(double days, int expected)
    {
        Assert.Equal(expected, Found(Plan() with { KnownTime = Workspace.At(100 + days) }).Count(f => f.Check == "old_labels"));
    }

    [Fact]
    public void Sets_of_guesses_are_named()
    {
        Assert.Equal("synthetic", Assert.Single(Found(Plan(row => row with { Source = LabelSource.Synthetic }))).Check);
    }

    [Theory]
    [InlineData(0.9, "warning")]
    [InlineData(0.3, "blocking")]
    public void Inputs_that_are_gone_weigh_what_they_moved(double others, string severity)
    {
        var found = Found(Plan(), inputs => inputs.Remove("usage"), importance: [new("usage", 1 - others, ""), new("plan", others, "")]);

        Assert.Equal(("input_gone", severity), (Assert.Single(found).Check, found[0].Severity));
    }

    [Fact]
    public void A_group_that_was_left_out_and_an_input_that_was_rare_are_not_missed()
    {
        Assert.Empty(Found(Plan(), _ => { }, champion => champion["events.visit.count"] = new InputFigures(0, InputVariety.Varies)));
        Assert.Empty(Found(Plan(), _ => { }, champion => champion["refund"] = new InputFigures(0.99, InputVariety.Varies)));
        Assert.Single(Found(Plan(), _ => { }, champion => champion["refund"] = new InputFigures(0.5, InputVariety.Varies)));
    }

    [Fact]
    public void Inputs_that_are_new_stuck_or_emptier_are_named()
    {
        var found = Found(Plan(), inputs =>
        {
            inputs["colour"] = new InputFigures(0, InputVariety.Varies);
            inputs["plan"] = new InputFigures(0, InputVariety.Constant);
            inputs["usage"] = new InputFigures(0.25, InputVariety.Varies);
        });

        Assert.Equal(["input_new", "constant_input", "input_missing"], found.Select(f => f.Check));
        Assert.Equal("left: usage (0 % before, 25 % now) is missing in more rows than in what the champion learnt from. See whether the source is complete.", found[2].Sentence);
    }

    [Fact]
    public void Inputs_are_counted_row_by_row()
    {
        var table = new InputTable(4);
        for (int row = 0; row < 4; row++)
        {
            table["same"].SetNumber(row, 3);
            table["left"].SetWord(row, "Yes");
            if (row > 0)
                table["word"].SetWord(row, "x");
        }

        var inputs = SetFigures.Of(table, Plan()).Inputs;

        Assert.Equal(["same", "word"], inputs.Keys);
        Assert.Equal((new InputFigures(0, InputVariety.Constant), new InputFigures(0.25, InputVariety.Varies)), (inputs["same"], inputs["word"]));
    }

    private static IReadOnlyList<QualityFinding> Found(
        TrainingPlan plan,
        Action<Dictionary<string, InputFigures>>? change = null,
        Action<Dictionary<string, InputFigures>>? before = null,
        IReadOnlyList<FeatureImportance>? importance = null)
    {
        var champion = Inputs();
        before?.Invoke(champion);
        var now = Inputs();
        change?.Invoke(now);
        return SetChecks.Look(Figures(plan) with { Inputs = now }, plan, new ChampionSet(Figures(Plan()) with { Inputs = champion }, importance ?? []), new QualitySettings());
    }

    private static Dictionary<string, InputFigures> Inputs() => new() { ["usage"] = new(0, InputVariety.Varies), ["plan"] = new(0, InputVariety.Varies) };

    private static SetFigures Figures(TrainingPlan plan) => SetFigures.Of(new InputTable(Rows), plan);

    /// <summary>A thousand rows over 95 days, each fifth of them 1, known ten days after the last has matured.</summary>
    private static TrainingPlan Plan(Func<Label, Label>? change = null)
    {
        var rows = Enumerable.Range(0, Rows)
            .Select(i => new Label(i, i, Workspace.At(i * 0.095), LabelSource.Upload, i, i % 5 == 0 ? 1 : 0, 1, Workspace.At(90)))
            .Select(change ?? (row => row));
        return new TrainingPlan(SomeModel.Left, Strategies.Full, [.. rows], null, null, Workspace.At(100), 1);
    }
}
