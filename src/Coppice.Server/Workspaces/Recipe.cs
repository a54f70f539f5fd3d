namespace Coppice.Server.Workspaces;

/// <summary>How a model is learnt, with every setting. A version keeps the whole recipe it was fitted with.</summary>
public sealed record Recipe
{
    /// <summary>In seconds, on small and wide data as well as on long and narrow.</summary>
    public static Recipe Fast { get; } = new() { Name = "fast", Boosted = new BoostedRecipe() };

    /// <summary>The most accurate: first what each input does by itself, then what inputs do together.</summary>
    public static Recipe Elite { get; } = new()
    {
        Name = "elite",
        Singles = new BoostedRecipe { Depth = 1, StepSize = 0.1, Rounds = 1_500, Patience = 100, RowsPerLeaf = 5, Shrinkage = 2 },
        Boosted = new BoostedRecipe { RowsPerLeaf = 15, Shrinkage = 2 },
    };

    /// <summary>The prior, or the mean: what every model must beat.</summary>
    public static Recipe Baseline { get; } = new() { Name = "baseline" };

    /// <summary>Those that need no heading in the definition file.</summary>
    public static IReadOnlyList<Recipe> BuiltIn { get; } = [Fast, Elite, Baseline];

    /// <summary>The word of the definition file.</summary>
    public required string Name { get; init; }

    /// <summary>Trees of one split, before the others.</summary>
    public BoostedRecipe? Singles { get; init; }

    /// <summary>Boosted trees; null for none.</summary>
    public BoostedRecipe? Boosted { get; init; }

    /// <summary>What of notes is input, where notes are.</summary>
    public NoteRecipe Notes { get; init; } = new();

    /// <summary>Share of the newest training rows kept for stopping and calibration.</summary>
    public double Validation { get; init; } = 0.15;

    /// <summary>Power of the Tweedie loss for amounts (methods 7.4).</summary>
    public double TweediePower { get; init; } = 1.5;
}
