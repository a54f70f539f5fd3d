using System.Globalization;
using Coppice.Server.Features;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>What a search may vary for a model.</summary>
internal static class RecipeSettings
{
    private static readonly Setting[] Boosting =
    [
        Boosted([1, 2, 3, 4, 5, 6, 7], b => b.Depth, (b, v) => b with { Depth = (int)v }, v => $"depth {v}"),
        Boosted([0.015, 0.02, 0.03, 0.05, 0.08], b => b.StepSize, WithStep, v => $"step {Short(v)}"),
        Boosted([3, 6, 10, 20, 35, 60, 100], b => b.RowsPerLeaf, (b, v) => b with { RowsPerLeaf = v }, v => $"{Short(v)} rows a leaf"),
        Boosted([0.5, 1, 2, 5, 10, 20, 40], b => b.Shrinkage, (b, v) => b with { Shrinkage = v }, v => $"shrinkage {Short(v)}"),
        Boosted([0.1, 0.2, 0.35, 0.5, 0.7, 1], b => b.ColumnShare, (b, v) => b with { ColumnShare = v }, v => v == 1 ? "all columns" : $"{v:P0} of columns"),
        Boosted([32, 64, 128, 256], b => b.Bins, (b, v) => b with { Bins = (int)v }, v => $"{v} bins"),
        new([0, 1], r => r.Boosted is null ? null : r.Additive is null ? 0 : 1, (r, v) => r with { Additive = v == 0 ? null : new AdditiveRecipe() }, v => v == 0 ? "trees alone" : "single inputs vote too"),
        new([0, 1], r => r.Boosted is null ? null : r.Forest is null ? 0 : 1, (r, v) => r with { Forest = v == 0 ? null : new ForestRecipe() }, v => v == 0 ? "no forest" : "a forest may vote"),
        Forest([2, 5, 10, 20, 40], f => f.RowsPerLeaf, (f, v) => f with { RowsPerLeaf = v }, v => $"{Short(v)} rows a leaf of the forest"),
        Forest([0.2, 0.35, 0.5, 0.7, 1], f => f.ColumnShare, (f, v) => f with { ColumnShare = v }, v => v == 1 ? "all columns in the forest" : $"{v:P0} of columns in the forest"),
        Additive([4, 8, 16, 32], a => a.Levels, (a, v) => a with { Levels = (int)v }, v => $"{v} levels an input"),
        Additive([3, 5, 10, 20, 40], a => a.FewestRows, (a, v) => a with { FewestRows = (int)v }, v => $"levels of {v} rows"),
    ];

    private static readonly Setting[] Encoding =
    [
        new([10, 20, 40, 80], r => r.Inputs.Categories, (r, v) => r with { Inputs = r.Inputs with { Categories = (int)v } }, v => $"{v} values a category"),
        new([5, 10, 20, 40], r => r.Inputs.CategoryRows, (r, v) => r with { Inputs = r.Inputs with { CategoryRows = (int)v } }, v => $"values of {v} rows"),
    ];

    private static readonly Setting[] Notes =
    [
        OfNotes([0, 100, 250, 500, 1_000], n => n.MostConcepts, (n, v) => n with { MostConcepts = (int)v }, v => $"{v} concepts"),
        OfNotes([3, 5, 10, 20], n => n.FewestCustomers, (n, v) => n with { FewestCustomers = (int)v }, v => $"concepts of {v} customers"),
        OfNotes([0, 1], n => n.Buckets ? 1 : 0, (n, v) => n with { Buckets = v == 1 }, v => v == 0 ? "no buckets" : "buckets"),
        OfNotes([0, 1], n => n.Counts ? 1 : 0, (n, v) => n with { Counts = v == 1 }, v => v == 0 ? "no counts of mentions" : "counts of mentions"),
        OfNotes([0, 20, 50, 100], n => n.MostPairs, (n, v) => n with { MostPairs = (int)v }, v => v == 0 ? "no pairs" : $"{v} pairs"),
    ];

    private static readonly Setting Tweedie =
        new([1.2, 1.35, 1.5, 1.65, 1.8], r => r.TweediePower, (r, v) => r with { TweediePower = v }, v => $"Tweedie power {Short(v)}");

    /// <summary>The settings that make a difference to these rows.</summary>
    public static IReadOnlyList<Setting> Of(ModelDefinition model, TrainingRows rows)
    {
        FeatureGroups[] groups = [.. rows.FitPipeline(model).Encoders.Select(encoder => InputGroups.Of(encoder.Column)).Distinct().Order()];
        return
        [
            .. Boosting,
            .. Encoding.Select(setting => Telling(setting, model, rows)).OfType<Setting>(),
            .. groups.Contains(FeatureGroups.Notes) ? Notes : [],
            .. model.Predicts == PredictionKind.Amount ? [Tweedie] : (Setting[])[],
            .. groups.Select(group => Without(group, groups)),
        ];
    }

    /// <summary>Only the values that give other columns than the ones before; null where all give the same.</summary>
    private static Setting? Telling(Setting setting, ModelDefinition model, TrainingRows rows)
    {
        var told = setting.Values
            .GroupBy(value => string.Join('\n', rows.FitPipeline(model with { Recipe = setting.Write(model.Recipe, value) }).FeatureNames))
            .Select(same => same.Contains(setting.Read(Recipe.Fast)!.Value) ? setting.Read(Recipe.Fast)!.Value : same.First())
            .ToArray();
        return told.Length > 1 ? setting with { Values = told } : null;
    }

    /// <summary>With a group or without it; one that is the last stays.</summary>
    private static Setting Without(FeatureGroups group, FeatureGroups[] all)
    {
        string name = group.ToString().ToLowerInvariant();
        return new Setting(
            [0, 1],
            recipe => recipe.Inputs.Without.HasFlag(group) ? 1 : 0,
            (recipe, value) =>
            {
                var without = value == 0 ? recipe.Inputs.Without & ~group : recipe.Inputs.Without | group;
                return all.All(each => without.HasFlag(each)) ? recipe : recipe with { Inputs = recipe.Inputs with { Without = without } };
            },
            value => value == 0 ? $"with {name}" : $"without {name}");
    }

    private static Setting OfNotes(double[] values, Func<NoteRecipe, double> read, Func<NoteRecipe, double, NoteRecipe> write, Func<double, string> words) =>
        new(values, r => read(r.Notes), (r, v) => r with { Notes = write(r.Notes, v) }, words);

    private static Setting Boosted(double[] values, Func<BoostedRecipe, double> read, Func<BoostedRecipe, double, BoostedRecipe> write, Func<double, string> words) =>
        new(values, r => r.Boosted is { } boosted ? read(boosted) : null, (r, v) => r with { Boosted = write(r.Boosted!, v) }, words);

    private static Setting Forest(double[] values, Func<ForestRecipe, double> read, Func<ForestRecipe, double, ForestRecipe> write, Func<double, string> words) =>
        new(values, r => r.Forest is { } forest ? read(forest) : null, (r, v) => r with { Forest = write(r.Forest!, v) }, words);

    private static Setting Additive(double[] values, Func<AdditiveRecipe, double> read, Func<AdditiveRecipe, double, AdditiveRecipe> write, Func<double, string> words) =>
        new(values, r => r.Additive is { } additive ? read(additive) : null, (r, v) => r with { Additive = write(r.Additive!, v) }, words);

    /// <summary>Smaller steps need more of them, and more patience.</summary>
    private static BoostedRecipe WithStep(BoostedRecipe boosted, double step)
    {
        var usual = new BoostedRecipe();
        double times = usual.StepSize / step;
        return boosted with { StepSize = step, Rounds = (int)Math.Round(usual.Rounds * times), Patience = (int)Math.Round(usual.Patience * times) };
    }

    private static string Short(double value) => value.ToString("0.###", CultureInfo.InvariantCulture).TrimStart('0') is { Length: > 0 } text ? text : "0";
}
