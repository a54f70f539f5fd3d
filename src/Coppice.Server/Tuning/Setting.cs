using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>One thing about a recipe that a search varies, over a few values that are worth telling apart.</summary>
/// <param name="Values">Ascending.</param>
/// <param name="Read">Its value in a recipe; null where the recipe has no such part.</param>
/// <param name="Write">The recipe with another value.</param>
/// <param name="Words">A value in a few words.</param>
internal sealed record Setting(double[] Values, Func<Recipe, double?> Read, Func<Recipe, double, Recipe> Write, Func<double, string> Words)
{
    /// <summary>The place among the values nearest to a recipe's own.</summary>
    public int PlaceIn(Recipe recipe)
    {
        double value = Read(recipe)!.Value;
        return Enumerable.Range(0, Values.Length).MinBy(place => Math.Abs(Values[place] - value));
    }
}
