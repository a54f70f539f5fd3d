using System.Text.Json.Serialization;

namespace Coppice.Server.Workspaces;

/// <summary>How a model is learnt, with every setting. A version keeps the whole recipe it was fitted with.</summary>
public sealed record Recipe
{
    /// <summary>In seconds, on small and wide data as well as on long and narrow.</summary>
    public static Recipe Fast { get; } = new() { Name = "fast", Additive = new AdditiveRecipe(), Boosted = new BoostedRecipe(), LeastVote = 0.3 };

    /// <summary>The most accurate: a forest votes where it helps (decision 0021).</summary>
    public static Recipe Elite { get; } = new() { Name = "elite", Additive = new AdditiveRecipe(), Boosted = new BoostedRecipe { RowsPerLeaf = 15 }, Forest = new ForestRecipe() };

    /// <summary>The prior, or the mean: what every model must beat.</summary>
    public static Recipe Baseline { get; } = new() { Name = "baseline" };

    /// <summary>Those that need no heading in the definition file.</summary>
    public static IReadOnlyList<Recipe> BuiltIn { get; } = [Fast, Elite, Baseline];

    /// <summary>The word of the definition file.</summary>
    public required string Name { get; init; }

    /// <summary>What each input does by itself; null for none.</summary>
    public AdditiveRecipe? Additive { get; init; }

    /// <summary>Boosted trees; null for none.</summary>
    public BoostedRecipe? Boosted { get; init; }

    /// <summary>A random forest; null for none.</summary>
    public ForestRecipe? Forest { get; init; }

    /// <summary>What of notes is input, where notes are.</summary>
    public NoteRecipe Notes { get; init; } = new();

    /// <summary>Which inputs are learnt from.</summary>
    public InputRecipe Inputs { get; init; } = new();

    /// <summary>Whether it learns anything but the mean.</summary>
    [JsonIgnore]
    public bool HasMembers => Additive is not null || Boosted is not null || Forest is not null;

    /// <summary>A member with less of the vote than this is left out, and costs nothing.</summary>
    public double LeastVote { get; init; } = 0.1;

    /// <summary>Which rows are kept apart to weigh members and to calibrate.</summary>
    public ValidationRecipe Validation { get; init; } = new();

    /// <summary>Power of the Tweedie loss for amounts (methods 7.4).</summary>
    public double TweediePower { get; init; } = 1.5;
}
