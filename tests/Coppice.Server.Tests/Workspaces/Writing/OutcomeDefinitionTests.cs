using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Tests.Workspaces.Writing;

public sealed class OutcomeDefinitionTests
{
    private const string Note = "Was here for an hour and spoke of many things";

    [Fact]
    public void Outcomes_alone_give_models_that_learn_from_whatever_is_known()
    {
        var result = Infer("client_id,purchased,churned,lifetime_value,date\n", i => $"c{i},{(i % 3 == 0 ? 1 : 0)},{(i % 5 < 2 ? 1 : 0)},{i * 1.5},2026-01-0{1 + (i % 9)}\n");

        var models = result.Definition!.Models;
        Assert.Equal(["purchase", "churn", "clv"], models.Select(m => m.Name));
        Assert.Equal([new ColumnLabel("purchased", "1"), new ColumnLabel("churned", "1"), new ColumnLabel("lifetime_value", null)], models.Select(m => m.Label));
        Assert.All(models, m => Assert.Equal(FeatureGroups.Kept, m.Features));
        Assert.All(models, m => Assert.Equal(new LabelledColumns("client_id", "date"), m.Columns));
        Assert.Equal(TableBrings.Outcomes, result.Brings);
        Assert.Empty(DefinitionFile.Parse(DefinitionWriter.Write(result.Definition)).Problems);
    }

    [Fact]
    public void The_floor_is_what_a_constant_reaches_where_that_is_less()
    {
        var even = Infer("id,purchased,churned,date\n", i => $"c{i},{(i % 3 == 0 ? 1 : 0)},{(i % 5 < 2 ? 1 : 0)},2026-01-01\n");
        var rare = Infer("id,purchased,date\n", i => $"c{i},{(i % 10 == 0 ? 1 : 0)},2026-01-01\n");

        Assert.Equal(0.6, even.Definition!.Gates.MinAccuracy);
        Assert.Equal(0.7, rare.Definition!.Gates.MinAccuracy);
    }

    [Fact]
    public void Notes_with_outcomes_beside_them_are_both()
    {
        var result = Infer("ID,Date,Transcription,purchased\n", i => $"c{i},2026-01-01,{Note} {i},{i % 2}\n");

        Assert.Equal(TableBrings.NotesAndOutcomes, result.Brings);
        Assert.Equal(FeatureGroups.Kept, Assert.Single(result.Definition!.Models).Features);
    }

    [Fact]
    public void Inputs_beside_outcomes_make_a_labelled_table_and_no_target_an_input()
    {
        var result = Infer("customer,date,age,bought,churned\n", i => $"c{i},2026-01-01,{20 + i},{i % 2},{i % 3 / 2}\n");

        Assert.Equal(TableBrings.LabelledRows, result.Brings);
        Assert.Equal([FeatureGroups.Columns, FeatureGroups.Columns], result.Definition!.Models.Select(m => m.Features));
        Assert.Equal(["churned", "bought"], result.Definition.Models.Select(m => Assert.Single(m.Exclude)));
    }

    [Fact]
    public void What_names_no_outcome_is_refused_with_what_there_is()
    {
        var unnamed = Infer("customer,date,result\n", i => $"c{i},2026-01-01,{i % 2}\n");
        var constant = Infer("customer,date,churned\n", i => $"c{i},2026-01-01,0\n");

        Assert.Equal("no column is called purchased, churned or lifetime_value; there are customer, date, result. Say which one to predict: --target COLUMN", unnamed.Problem);
        Assert.Equal("churned is \"0\" in every row; expected two different values, or numbers", constant.Problem);
    }

    private static TableDefinitionResult Infer(string header, Func<int, string> row)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, header + string.Concat(Enumerable.Range(0, 60).Select(row)));
            using var reader = TableFile.Open(path).Reader!;
            return OutcomeDefinition.Infer("shop", TimeZoneInfo.Utc, TableProfile.Read(reader));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
