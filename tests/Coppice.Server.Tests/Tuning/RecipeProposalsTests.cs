using Coppice.Server.Features;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Tests.Tuning;

public class RecipeProposalsTests
{
    [Fact]
    public void The_same_seed_proposes_the_same_and_another_seed_something_else()
    {
        Assert.Equal(Proposed(seed: 1), Proposed(seed: 1));
        Assert.NotEqual(Proposed(seed: 1).TakeLast(9), Proposed(seed: 2).TakeLast(9));
    }

    [Fact]
    public void The_recipe_in_use_and_the_built_in_ones_come_first_and_nothing_comes_twice()
    {
        var proposed = Proposed(seed: 3);

        Assert.Equal([Recipe.Elite, Recipe.Fast], proposed.Take(2));
        Assert.Equal(proposed.Count, proposed.Select(r => r with { Name = "" }).Distinct().Count());
    }

    [Fact]
    public void Every_recipe_can_be_written_into_the_definition_file_and_read_back()
    {
        foreach (var recipe in Proposed(seed: 4).Where(r => r.Name == "tuned"))
        {
            string file = $"workspace: w\nrecipes:\n{RecipeWriter.Write(recipe, indent: 2)}models:\n  m: {{ label: {{ event: visit, within: 30d }}, learner: tuned }}\n";

            Assert.Equal([recipe], DefinitionFile.Parse(file).Definition!.Recipes);
        }
    }

    [Fact]
    public void Groups_of_inputs_are_left_out_only_where_others_remain()
    {
        Assert.DoesNotContain(Proposed(5, Rows("events.visit.count")), r => r.Inputs.Without != FeatureGroups.None);
        var two = Proposed(5, Rows("events.visit.count", "profile.age"));
        Assert.Contains(two, r => r.Inputs.Without == FeatureGroups.Behaviour);
        Assert.Contains(two, r => r.Inputs.Without == FeatureGroups.Profile);
        Assert.DoesNotContain(two, r => r.Inputs.Without == (FeatureGroups.Behaviour | FeatureGroups.Profile));
    }

    [Fact]
    public void What_makes_no_difference_to_the_rows_is_not_varied()
    {
        Assert.All(Proposed(6, Rows("events.visit.count")), r => Assert.Equal((new InputRecipe(), new NoteRecipe()), (r.Inputs, r.Notes)));
        Assert.Contains(Proposed(6, Rows("notes.count")), r => r.Notes != new NoteRecipe());
    }

    private static List<Recipe> Proposed(ulong seed, TrainingRows? rows = null)
    {
        var proposals = new RecipeProposals(RecipeSettings.Of(SomeModel.Purchase, rows ?? Rows("events.visit.count", "profile.age", "notes.count")), seed);
        List<Candidate> all = [proposals.Reference(Recipe.Elite), .. proposals.Start()];
        for (int field = 0; field < 12; field++)
            all.AddRange(proposals.Next(Recipe.Fast, [Recipe.Elite, Recipe.Fast]));
        return [.. all.Select(c => c.Recipe)];
    }

    private static TrainingRows Rows(params string[] columns)
    {
        var table = new InputTable(2);
        foreach (string column in columns)
            table[column].SetNumber(1, 3);
        return new TrainingRows([], InputPlan.Nothing, table);
    }
}
