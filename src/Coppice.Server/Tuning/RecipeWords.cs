using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>A recipe in a few words: the built-in one it is nearest to, and what it does otherwise.</summary>
internal static class RecipeWords
{
    public static string Of(Recipe recipe, IReadOnlyList<Setting> settings)
    {
        var (like, differs) = Recipe.BuiltIn
            .Select(built => (built.Name, Differs: settings.Where(s => s.Read(recipe) is { } value && s.Read(built) != value).Select(s => s.Words(s.Read(recipe)!.Value)).ToList()))
            .Where(found => (found.Name == Recipe.Baseline.Name) == recipe.Boosted is null)
            .MinBy(found => found.Differs.Count);
        return differs.Count == 0 ? like : $"{like}: {string.Join(", ", differs)}";
    }
}
