namespace Coppice.Server.Learners;

/// <summary>The settings of a recipe that boosts; sources: methods 3.3 and 8.1, measured on real data (decisions 0008 and 0012).</summary>
public sealed record BoostingOptions
{
    /// <summary>Trees of at most 16 leaves, which the scoring engine likes as much as the data does.</summary>
    public static BoostingOptions Fast { get; } = new()
    {
        Stages = [new BoostingStage { Depth = 4, StepSize = 0.03, MostRounds = 600, Patience = 40, RowsPerLeaf = 35 }],
        Shrinkage = 5,
    };

    /// <summary>
    /// First what each input does by itself, in many trees of one split, then what inputs do together. On sparse flags, such as the concepts
    /// of notes, the first stage is a linear model without its blindness for curves; where interactions rule, it stops early.
    /// </summary>
    public static BoostingOptions Elite { get; } = new()
    {
        Stages =
        [
            new BoostingStage { Depth = 1, StepSize = 0.1, MostRounds = 1_500, Patience = 100, RowsPerLeaf = 5 },
            new BoostingStage { Depth = 4, StepSize = 0.03, MostRounds = 600, Patience = 40, RowsPerLeaf = 15 },
        ],
        Shrinkage = 2,
    };

    /// <summary>Each stage goes on where the one before stopped.</summary>
    public required IReadOnlyList<BoostingStage> Stages { get; init; }

    /// <summary>Pull of leaves towards zero.</summary>
    public required double Shrinkage { get; init; }

    /// <summary>Most histogram bins per feature.</summary>
    public int Bins { get; init; } = 64;

    /// <summary>Columns each tree may split on; of wide data never less than <see cref="LeastColumnShare"/>.</summary>
    public int ColumnsPerTree { get; init; } = 5;

    /// <summary>Smallest share of the columns a tree may split on.</summary>
    public double LeastColumnShare { get; init; } = 0.2;

    /// <summary>Share of the newest training rows kept for stopping and calibration.</summary>
    public double ValidationShare { get; init; } = 0.15;

    /// <summary>Step size of the trees an update adds.</summary>
    public double UpdateStepSize { get; init; } = 0.05;

    /// <summary>Power of the Tweedie loss for amounts (methods 7.4).</summary>
    public double TweediePower { get; init; } = 1.5;
}
