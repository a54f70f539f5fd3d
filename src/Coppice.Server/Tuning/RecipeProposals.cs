using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>
/// Which recipes to try: first those that are known to do well, then small changes of the best ones so far beside some from anywhere.
/// The same seed and the same answers give the same proposals.
/// </summary>
internal sealed class RecipeProposals(IReadOnlyList<Setting> settings, ulong seed)
{
    /// <summary>The name of a recipe that a search has made.</summary>
    public const string Tuned = "tuned";

    private const int FieldOf = 9;
    private const int NearTheBest = 5;
    private const int NearTheNext = 2;
    private const int MostChanges = 3;

    /// <summary>Proposals that were there already before a search gives up on finding another.</summary>
    private const int MostRepeats = 60;

    private readonly SplitMix64 _random = new(seed);
    private readonly HashSet<string> _tried = [];
    private int _number;

    /// <summary>The recipe that any other has to beat.</summary>
    public Candidate Reference(Recipe recipe) => Take(recipe, recipe.Name)!;

    /// <summary>The built-in recipes, and changes of them that real tables have asked for.</summary>
    public IReadOnlyList<Candidate> Start()
    {
        var fast = Recipe.Fast;
        var elite = Recipe.Elite;
        return Taken(
        [
            fast,
            elite,
            fast with { Boosted = fast.Boosted! with { Depth = 6, ColumnShare = 0.5, RowsPerLeaf = 10, Bins = 256 } },
            fast with { Boosted = fast.Boosted! with { Depth = 5, ColumnShare = 0.7, RowsPerLeaf = 20 } },
            fast with { Boosted = fast.Boosted! with { Depth = 3, ColumnShare = 0.35 } },
            fast with { Boosted = fast.Boosted! with { Depth = 2, StepSize = 0.05, ColumnShare = 0.35 } },
            elite with { Boosted = elite.Boosted! with { Depth = 3, StepSize = 0.02, ColumnShare = 0.35, RowsPerLeaf = 35, Shrinkage = 5 } },
            elite with { Boosted = elite.Boosted! with { Depth = 5, ColumnShare = 0.5 } },
        ]);
    }

    /// <summary>The next field; empty where nothing new can be thought of.</summary>
    /// <param name="best">The best by the Ladder.</param>
    /// <param name="finalists">Those with the least losses.</param>
    public IReadOnlyList<Candidate> Next(Recipe best, IReadOnlyList<Recipe> finalists)
    {
        var field = new List<Candidate>();
        for (int repeats = 0; field.Count < FieldOf && repeats < MostRepeats;)
        {
            var recipe = field.Count < NearTheBest ? Vary(best)
                : field.Count < NearTheBest + NearTheNext ? Vary(finalists[(int)_random.NextBelow(finalists.Count)])
                : Draw();
            if (Take(recipe, Tuned) is { } candidate)
                field.Add(candidate);
            else
                repeats++;
        }

        return field;
    }

    /// <summary>One to three settings moved to a near value.</summary>
    private Recipe Vary(Recipe recipe)
    {
        // The baseline has nothing to vary.
        recipe = recipe.Boosted is null ? Recipe.Fast : recipe;
        for (long changes = 1 + _random.NextBelow(MostChanges); changes > 0; changes--)
        {
            var own = settings.Where(s => s.Read(recipe) is not null).ToList();
            var setting = own[(int)_random.NextBelow(own.Count)];
            int place = setting.PlaceIn(recipe);
            int away = (int)(1 + _random.NextBelow(2)) * (_random.NextBelow(2) == 0 ? -1 : 1);
            recipe = setting.Write(recipe, setting.Values[Math.Clamp(place + away, 0, setting.Values.Length - 1)]);
        }

        return recipe;
    }

    /// <summary>A built-in recipe with every other setting from anywhere.</summary>
    private Recipe Draw()
    {
        var recipe = _random.NextBelow(2) == 0 ? Recipe.Fast : Recipe.Elite;
        foreach (var setting in settings)
        {
            if (setting.Read(recipe) is not null && _random.NextBelow(2) == 0)
                recipe = setting.Write(recipe, setting.Values[_random.NextBelow(setting.Values.Length)]);
        }

        return recipe;
    }

    private List<Candidate> Taken(IEnumerable<Recipe> recipes) => [.. recipes.Select(r => Take(r, Recipe.BuiltIn.Contains(r) ? r.Name : Tuned)).OfType<Candidate>()];

    /// <summary>Numbers a recipe; null where one that does the same was there before, or where it has nothing to learn from.</summary>
    private Candidate? Take(Recipe recipe, string name)
    {
        string does = JsonSerializer.Serialize(recipe with { Name = "" }, CoppiceJson.Options);
        return _tried.Add(does) ? new Candidate(++_number, recipe with { Name = name }) : null;
    }
}
