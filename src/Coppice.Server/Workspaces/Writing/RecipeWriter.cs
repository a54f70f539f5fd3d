using System.Globalization;
using System.Text;

namespace Coppice.Server.Workspaces.Writing;

/// <summary>Writes a recipe as the definition file would name it, with every setting.</summary>
public static class RecipeWriter
{
    /// <summary>The heading and the settings under it, every line indented by <paramref name="indent"/> more spaces.</summary>
    public static string Write(Recipe recipe, int indent)
    {
        var text = new StringBuilder();
        string margin = new(' ', indent);
        text.Append(CultureInfo.InvariantCulture, $"{margin}{YamlText.Of(recipe.Name)}:\n");
        if (!recipe.HasMembers)
            Line("like", YamlText.Of(Recipe.Baseline.Name));
        Line("additive", recipe.Additive is { } additive ? Additive(additive) : "off");
        Line("boosted", recipe.Boosted is { } boosted ? Boosted(boosted) : "off");
        Line("forest", recipe.Forest is { } forest ? Forest(forest) : "off");
        Line("notes", Notes(recipe.Notes));
        Line("inputs", Inputs(recipe.Inputs));
        Line("least_vote", YamlText.Of(recipe.LeastVote));
        Line("validation", Settings(("share", recipe.Validation.Share), ("few_rows", recipe.Validation.FewRows), ("parts", recipe.Validation.Parts)));
        Line("tweedie_power", YamlText.Of(recipe.TweediePower));
        return text.ToString();

        void Line(string key, string value) => text.Append(CultureInfo.InvariantCulture, $"{margin}  {key}: {value}\n");
    }

    private static string Inputs(InputRecipe inputs) =>
        $"{{ categories: {inputs.Categories}, category_rows: {inputs.CategoryRows}, without: {YamlText.ListOf(FeatureGroupWords.Of(inputs.Without))} }}";

    private static string Additive(AdditiveRecipe additive) =>
        Settings(("levels", additive.Levels), ("fewest_rows", additive.FewestRows), ("folds", additive.Folds));

    private static string Boosted(BoostedRecipe boosted) => Settings(
        ("depth", boosted.Depth),
        ("step", boosted.StepSize),
        ("rounds", boosted.Rounds),
        ("patience", boosted.Patience),
        ("stride", boosted.Stride),
        ("rows_per_leaf", boosted.RowsPerLeaf),
        ("shrinkage", boosted.Shrinkage),
        ("bins", boosted.Bins),
        ("columns", boosted.Columns),
        ("column_share", boosted.ColumnShare),
        ("update_step", boosted.UpdateStepSize));

    private static string Forest(ForestRecipe forest) => Settings(
        ("shards", forest.Shards),
        ("trees", forest.Trees),
        ("depth", forest.Depth),
        ("rows_per_leaf", forest.RowsPerLeaf),
        ("row_share", forest.RowShare),
        ("columns", forest.Columns),
        ("column_share", forest.ColumnShare),
        ("shrinkage", forest.Shrinkage),
        ("bins", forest.Bins));

    private static string Notes(NoteRecipe notes) =>
        $"{{ concepts: {notes.MostConcepts}, fewest_customers: {notes.FewestCustomers}, buckets: {OnOff(notes.Buckets)}, counts: {OnOff(notes.Counts)}, pairs: {notes.MostPairs} }}";

    private static string OnOff(bool setting) => setting ? "on" : "off";

    private static string Settings(params (string Key, double Value)[] settings) =>
        $"{{ {string.Join(", ", settings.Select(s => $"{s.Key}: {YamlText.Of(s.Value)}"))} }}";
}
