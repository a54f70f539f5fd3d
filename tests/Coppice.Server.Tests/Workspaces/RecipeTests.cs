using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Workspaces;

public sealed class RecipeTests
{
    [Fact]
    public void A_recipe_of_the_file_is_the_one_it_is_like_but_for_what_it_says()
    {
        WorkspaceDefinition definition = DefinitionFile.Parse("""
            workspace: w
            recipes:
              mine: { like: elite, boosted: { depth: 3 }, notes: { concepts: 90, buckets: off, counts: on, pairs: 25 } }
              bold: { like: mine, additive: off, forest: { shards: 4, depth: 5 }, validation: { share: 0.2 }, least_vote: 0.25 }
            models:
              m: { label: { event: purchase, within: 30d }, learner: bold }
              n: { label: { event: visit, within: 30d } }
            """).Definition!;

        Recipe mine = Recipe.Elite with { Name = "mine", Boosted = Recipe.Elite.Boosted! with { Depth = 3 }, Notes = new NoteRecipe { MostConcepts = 90, Buckets = false, Counts = true, MostPairs = 25 } };
        Assert.Equal([mine, mine with { Name = "bold", Additive = null, Forest = new ForestRecipe { Shards = 4, Depth = 5 }, Validation = mine.Validation with { Share = 0.2 }, LeastVote = 0.25 }], definition.Recipes);
        Assert.Equal(definition.Recipes[1], definition.Models[0].Recipe);
        Assert.Equal(Recipe.Fast, definition.Models[1].Recipe);
    }

    [Fact]
    public void A_companion_is_learnt_by_another_recipe_from_the_inputs_of_its_version()
    {
        WorkspaceDefinition definition = DefinitionFile.Parse("""
            workspace: w
            recipes:
              mine: { like: elite, notes: { concepts: 90 }, inputs: { categories: 7 } }
            models:
              m: { label: { event: purchase, within: 30d }, learner: mine, quick: fast }
              n: { label: { event: visit, within: 30d }, quick: off }
            """).Definition!;

        Assert.Equal(Recipe.Fast, definition.Models[0].Quick);
        Assert.Equal(Recipe.Fast with { Notes = definition.Recipes[0].Notes, Inputs = definition.Recipes[0].Inputs }, definition.Models[0].CompanionRecipe);
        Assert.Equal((null, null), (definition.Models[1].Quick, definition.Models[1].CompanionRecipe));
    }

    [Theory]
    [InlineData("quick: fats", "models.m.quick: expected fast or elite (did you mean fast?), found \"fats\"")]
    [InlineData("quick: baseline", "models.m.quick: expected fast or elite, found \"baseline\"")]
    [InlineData("quick: [fast]", "models.m.quick: expected fast or elite, found a list of 1")]
    [InlineData("learner: elite, quick: elite", "models.m.quick: elite is the learner itself; name a recipe that answers before it, or leave quick out")]
    [InlineData("quick: fast", "models.m.quick: fast is the learner itself; name a recipe that answers before it, or leave quick out")]
    public void A_companion_that_cannot_be_is_refused_by_name(string setting, string problem)
    {
        DefinitionResult result = DefinitionFile.Parse($$"""
            workspace: w
            models:
              m: { label: { event: purchase, within: 30d }, {{setting}} }
            """);

        Assert.Equal("line 3  " + problem, Assert.Single(result.Problems).ToString());
    }

    [Fact]
    public void Everything_that_is_wrong_with_recipes_is_reported_at_once()
    {
        DefinitionResult result = DefinitionFile.Parse("""
            workspace: w
            recipes:
              mine: { like: elit, boosted: { deph: 3, step: 2 }, additive: { levels: 1 }, forest: { trees: 0, row_share: 2 } }
              fast: { like: elite }
              none: { additive: off, boosted: off, forest: off }
              odd: { boosted: 3 }
            models:
              m: { label: { event: purchase, within: 30d }, learner: mime }
            """);

        Assert.Equal(
        [
            "line 3  recipes.mine.like: expected fast, elite or baseline (did you mean elite?), found \"elit\"",
            "line 3  recipes.mine.additive.levels: expected a whole number from 2 to 32, found \"1\"",
            "line 3  recipes.mine.boosted.step: expected a number from 0.001 to 1, found \"2\"",
            "line 3  deph is not a key in recipes.mine.boosted; did you mean depth?",
            "line 3  recipes.mine.forest.trees: expected a whole number from 1 to 1000, found \"0\"",
            "line 3  recipes.mine.forest.row_share: expected a number from 0.1 to 1, found \"2\"",
            "line 4  recipes.fast: fast is built in; give yours a name of its own and say like: fast",
            "line 5  recipes.none: nothing is left that learns; say like: baseline where the mean is wanted",
            "line 6  recipes.odd.boosted: expected keys of its own, or off, found \"3\"",
            "line 8  models.m.learner: expected fast, elite, baseline, mine, none or odd (did you mean mine?), found \"mime\"",
        ],
        result.Problems.Select(p => p.ToString()));
    }
}
