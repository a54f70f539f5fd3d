using Coppice.Server.Labels;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Labels;

public class ColumnLabelsTests
{
    [Theory]
    [InlineData("Yes", "Yes", "No")]
    [InlineData("Yes", "yes", "no")]
    [InlineData("true", "TRUE", "FALSE")]
    [InlineData("1", "1", "0")]
    [InlineData("1", "1.0", "0.0")]
    [InlineData("lost", "lost", "kept")]
    [InlineData(null, "1", "0")]
    [InlineData(null, "true", "false")]
    public async Task A_column_says_yes_and_no_however_a_file_writes_them(string? positive, string yes, string no)
    {
        using var workspace = new Workspace(SomeModel.Left with { Label = new ColumnLabel("left", positive) });

        await workspace.ImportLabelsAsync($"customer,date,usage,left\na,2025-01-01,1,{yes}\nb,2025-01-01,2,{no}\nc,2025-01-01,3,\nd,2025-01-02,4,{yes}\n");
        var sweep = await workspace.SweepAsync();

        Assert.Equal(3, sweep.Matured);
        Assert.Equal([1, 0, 1], workspace.Labels().Select(l => l.Value));
        Assert.All(workspace.Labels(), l => Assert.Equal(LabelSource.Upload, l.Source));
    }

    [Fact]
    public async Task An_amount_is_read_as_a_number()
    {
        using var workspace = new Workspace(SomeModel.Left with { Predicts = PredictionKind.Amount, Label = new ColumnLabel("left", null) });

        await workspace.ImportLabelsAsync("customer,date,usage,left\na,2025-01-01,1,12.5\nb,2025-01-01,2,0\nc,2025-01-01,3,1e3\n");
        await workspace.SweepAsync();

        Assert.Equal([12.5, 0, 1000], workspace.Labels().Select(l => l.Value));
    }

    [Fact]
    public async Task The_same_upload_twice_makes_no_second_label()
    {
        using var workspace = new Workspace(SomeModel.Left);
        const string File = "customer,date,usage,left\na,2025-01-01,1,Yes\nb,2025-01-01,2,No\n";
        await workspace.ImportLabelsAsync(File);
        await workspace.SweepAsync();

        await workspace.ImportLabelsAsync(File);

        Assert.Equal(new LabelSweep(0, 0), await workspace.SweepAsync());
        Assert.Equal(2, workspace.Labels().Count);
    }

    [Fact]
    public async Task An_outcome_joins_the_newest_prediction_before_it()
    {
        using var workspace = new Workspace(SomeModel.Left);
        SomePrediction.Record(workspace, "a", -30);
        SomePrediction.Record(workspace, "a", -20);
        SomePrediction.Record(workspace, "a", -10);
        await workspace.SweepAsync();

        await workspace.ImportOutcomesAsync("customer,date,left\na,2025-12-17,Yes\n");
        var sweep = await workspace.SweepAsync();

        Assert.Equal(1, sweep.Matured);
        var label = Assert.Single(workspace.Labels());
        Assert.Equal((LabelSource.Logged, Workspace.At(-20), 1.0), (label.Source, label.AsOf, label.Value));
    }

    [Fact]
    public async Task The_last_of_several_outcomes_of_one_sweep_stands()
    {
        using var workspace = new Workspace(SomeModel.Left);
        SomePrediction.Record(workspace, "a", -30);
        SomePrediction.Record(workspace, "b", -30);
        await workspace.ImportOutcomesAsync("customer,date,left\na,2025-12-10,Yes\nb,2025-12-10,No\na,2025-12-12,No\na,2025-12-14,Yes\na,2025-12-16,No\n");

        var sweep = await workspace.SweepAsync();

        Assert.Equal(new LabelSweep(2, 3), sweep);
        Assert.Equal([0.0, 0.0], workspace.Labels().Select(l => l.Value));
        Assert.Equal(3, workspace.Count("SELECT COUNT(*) FROM labels WHERE replaced_at IS NOT NULL"));
    }

    [Fact]
    public async Task An_outcome_that_names_a_prediction_labels_that_one_and_no_other()
    {
        using var workspace = new Workspace(SomeModel.Left, SomeModel.Left with { Name = "other" });
        SomePrediction.Record(workspace, "a", -30);
        SomePrediction.Record(workspace, "a", -20);
        SomePrediction.Record(workspace, "b", -20);

        var report = await workspace.ImportOutcomesAsync("prediction_id,date,left\na@-30,2025-12-30,Yes\na@-20,2025-12-30,Yes\nb@-20,2025-12-30,No\n");
        await workspace.SweepAsync();
        await workspace.SweepAsync(workspace.Definition.Models[1]);

        Assert.Equal((3, 0), (report.Imported, report.SetAside));
        var labels = workspace.Labels();
        Assert.Equal(
            [(workspace.Customer("a"), Workspace.At(-30), 1.0), (workspace.Customer("a"), Workspace.At(-20), 1.0), (workspace.Customer("b"), Workspace.At(-20), 0.0)],
            labels.Select(l => (l.CustomerId, l.AsOf, l.Value)));
        Assert.All(labels, l => Assert.Equal(LabelSource.Logged, l.Source));
        Assert.Equal(3, workspace.Count("SELECT COUNT(*) FROM labels"));
    }

    [Fact]
    public async Task An_outcome_named_by_its_prediction_may_be_dated_before_it_and_corrects_only_that_label()
    {
        using var workspace = new Workspace(SomeModel.Left);
        SomePrediction.Record(workspace, "a", -20.5);
        SomePrediction.Record(workspace, "a", -10);
        await workspace.ImportOutcomesAsync("prediction_id,date,left\na@-20.5,2025-12-11,Yes\na@-10,2025-12-29,Yes\n");
        await workspace.SweepAsync();

        await workspace.ImportOutcomesAsync("prediction_id,date,left\na@-20.5,2025-12-30,No\n");
        var sweep = await workspace.SweepAsync();

        Assert.Equal(new LabelSweep(0, 1), sweep);
        Assert.Equal([(Workspace.At(-20.5), 0.0), (Workspace.At(-10), 1.0)], workspace.Labels().Select(l => (l.AsOf, l.Value)));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM labels WHERE matures_at < as_of"));
    }

    [Fact]
    public async Task A_row_whose_customer_is_not_the_one_of_its_prediction_is_set_aside()
    {
        using var workspace = new Workspace(SomeModel.Left);
        SomePrediction.Record(workspace, "a", -20);

        var report = await workspace.ImportOutcomesAsync(
            "customer,prediction_id,date,left\na,a@-20,2025-12-30,Yes\nb,a@-20,2025-12-30,Yes\nb,,2025-12-30,No\n,,2025-12-30,No\n,nobody,2025-12-30,No\n");
        await workspace.SweepAsync();

        Assert.Equal((2, 3), (report.Imported, report.SetAside));
        Assert.Equal(
            [(3, "the prediction \"a@-20\" is about the customer \"a\", not \"b\""), (5, "the customer is empty, and so is the prediction id"), (6, "there is no prediction \"nobody\"")],
            report.Rejects.OrderBy(r => r.Line).Select(r => ((int)r.Line, r.Reason)));
        Assert.Equal([LabelSource.Logged, LabelSource.Backfill], workspace.Labels().Select(l => l.Source));
    }

    [Fact]
    public async Task An_outcome_without_a_prediction_speaks_about_its_own_time()
    {
        using var workspace = new Workspace(SomeModel.Left);

        await workspace.ImportOutcomesAsync("customer,date,left\na,2025-12-17,Yes\n");
        await workspace.SweepAsync();

        var label = Assert.Single(workspace.Labels());
        Assert.Equal((LabelSource.Backfill, Workspace.At(-15)), (label.Source, label.AsOf));
    }

    [Fact]
    public async Task A_corrected_outcome_takes_the_place_of_the_first_and_the_old_row_stays()
    {
        using var workspace = new Workspace(SomeModel.Left);
        SomePrediction.Record(workspace, "a", -30);
        await workspace.ImportOutcomesAsync("customer,date,left\na,2025-12-17,Yes\n");
        await workspace.SweepAsync();

        await workspace.ImportOutcomesAsync("customer,date,left\na,2025-12-18,No\n");
        var sweep = await workspace.SweepAsync();

        Assert.Equal(1, sweep.Corrected);
        Assert.Equal(0, Assert.Single(workspace.Labels()).Value);
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM labels WHERE value = 1 AND replaced_at IS NOT NULL"));
    }

    [Fact]
    public async Task An_outcome_in_a_table_of_notes_came_after_the_note_and_nothing_else_of_the_row_is_one()
    {
        using var workspace = new Workspace(SomeModel.Left);
        const string Note = "Was here for an hour and spoke of many things, and of leaving us for somebody else";

        await workspace.ImportOutcomesAsync($"customer,date,language,duration,transcription,left\na,2025-12-01,en,20 min,\"{Note}\",Yes\nb,2025-12-01,fr,30 min,\"{Note} too\",No\n");
        await workspace.SweepAsync();

        Assert.Equal(2, workspace.Count("SELECT COUNT(*) FROM outcomes"));
        Assert.Equal([1, 0], workspace.Labels().Select(l => l.Value));
        Assert.All(workspace.Labels(), l => Assert.Equal(Workspace.At(-31) + 1, l.AsOf));
    }
}
