namespace Coppice.Server.Workspaces.Reading;

/// <summary>Reads the recipes a file names. Each starts from one that is known by then and changes what it says.</summary>
internal static class RecipeReader
{
    /// <summary>The recipes of the file, in its order.</summary>
    public static IReadOnlyList<Recipe> Read(Section list)
    {
        var recipes = new List<Recipe>();
        foreach (MapEntry entry in list.Entries)
        {
            if (Recipe.BuiltIn.Any(r => r.Name == entry.Key))
                list.Report(entry.Line, $"{list.PathOf(entry.Key)}: {entry.Key} is built in; give yours a name of its own and say like: {entry.Key}");
            else if (!WorkspaceReader.IsName(entry.Key))
                list.Report(entry.Line, $"{list.Path}: expected {WorkspaceReader.NameShape}, found \"{entry.Key}\"");
            recipes.Add(Read(entry.Key, list.Child(entry.Key), Known(recipes)));
        }

        return recipes;
    }

    /// <summary>The built-in recipes and <paramref name="named"/>, by name.</summary>
    public static Dictionary<string, Recipe> Known(IEnumerable<Recipe> named) => Recipe.BuiltIn.Concat(named).DistinctBy(r => r.Name).ToDictionary(r => r.Name);

    private static Recipe Read(string name, Section section, Dictionary<string, Recipe> known)
    {
        Recipe like = section.Choice("like", Recipe.Fast, known);
        var recipe = like with
        {
            Name = name,
            Additive = section.PartOrOff("additive", like.Additive, () => new AdditiveRecipe(), ReadAdditive),
            Boosted = section.PartOrOff("boosted", like.Boosted, () => new BoostedRecipe(), ReadBoosted),
            Forest = section.PartOrOff("forest", like.Forest, () => new ForestRecipe(), ReadForest),
            Notes = ReadNotes(section.Child("notes"), like.Notes),
            Inputs = ReadInputs(section.Child("inputs"), like.Inputs),
            Validation = section.PartOrOff("validation", like.Validation, () => like.Validation, ReadValidation) ?? like.Validation,
            LeastVote = section.Number("least_vote", like.LeastVote, 0, 0.5),
            TweediePower = section.Number("tweedie_power", like.TweediePower, 1.05, 1.95),
        };
        section.ReportUnknownKeys();
        if (like.HasMembers && !recipe.HasMembers)
            section.Report(section.Line, $"{section.Path}: nothing is left that learns; say like: baseline where the mean is wanted");
        return recipe;
    }

    private static NoteRecipe ReadNotes(Section section, NoteRecipe like)
    {
        var notes = like with
        {
            MostConcepts = section.Integer("concepts", like.MostConcepts, 0, 100_000),
            FewestCustomers = section.Integer("fewest_customers", like.FewestCustomers, 1, 1_000_000),
            Buckets = section.Flag("buckets", like.Buckets),
            Counts = section.Flag("counts", like.Counts),
            MostPairs = section.Integer("pairs", like.MostPairs, 0, 10_000),
        };
        section.ReportUnknownKeys();
        return notes;
    }

    private static InputRecipe ReadInputs(Section section, InputRecipe like)
    {
        var inputs = new InputRecipe
        {
            Categories = section.Integer("categories", like.Categories, 1, 1_000),
            CategoryRows = section.Integer("category_rows", like.CategoryRows, 1, 1_000_000),
            Without = section.Find("without") is null ? like.Without : FeatureGroupReader.Read(section, "without"),
        };
        section.ReportUnknownKeys();
        return inputs;
    }

    private static ValidationRecipe ReadValidation(Section section, ValidationRecipe like) => new()
    {
        Share = section.Number("share", like.Share, 0.05, 0.5),
        FewRows = section.Integer("few_rows", like.FewRows, 0, 1_000_000),
        Parts = section.Integer("parts", like.Parts, 2, 20),
    };

    private static AdditiveRecipe ReadAdditive(Section section, AdditiveRecipe like) => new()
    {
        Levels = section.Integer("levels", like.Levels, 2, 32),
        FewestRows = section.Integer("fewest_rows", like.FewestRows, 1, 1_000_000),
        Folds = section.Integer("folds", like.Folds, 2, 20),
    };

    private static BoostedRecipe ReadBoosted(Section section, BoostedRecipe like) => new()
    {
        Depth = section.Integer("depth", like.Depth, 1, 12),
        StepSize = section.Number("step", like.StepSize, 0.001, 1),
        Rounds = section.Integer("rounds", like.Rounds, 1, 10_000),
        Patience = section.Integer("patience", like.Patience, 1, 10_000),
        Stride = section.Integer("stride", like.Stride, 1, 100),
        RowsPerLeaf = section.Number("rows_per_leaf", like.RowsPerLeaf, 0, 1_000_000),
        Shrinkage = section.Number("shrinkage", like.Shrinkage, 0, 1_000_000),
        Bins = section.Integer("bins", like.Bins, 2, 1_024),
        Columns = section.Integer("columns", like.Columns, 1, 1_000_000),
        ColumnShare = section.Number("column_share", like.ColumnShare, 0, 1),
        UpdateStepSize = section.Number("update_step", like.UpdateStepSize, 0.001, 1),
    };

    private static ForestRecipe ReadForest(Section section, ForestRecipe like) => new()
    {
        Shards = section.Integer("shards", like.Shards, 1, 20),
        Trees = section.Integer("trees", like.Trees, 1, 1_000),
        Depth = section.Integer("depth", like.Depth, 1, 12),
        RowsPerLeaf = section.Number("rows_per_leaf", like.RowsPerLeaf, 0, 1_000_000),
        RowShare = section.Number("row_share", like.RowShare, 0.1, 1),
        Columns = section.Integer("columns", like.Columns, 1, 1_000_000),
        ColumnShare = section.Number("column_share", like.ColumnShare, 0, 1),
        Shrinkage = section.Number("shrinkage", like.Shrinkage, 0, 1_000_000),
        Bins = section.Integer("bins", like.Bins, 2, 1_024),
    };
}
