namespace Coppice.Server.Learners;

/// <summary>The settings of <c>fast</c>; sources: methods 3.3 and 8.1, measured on real data.</summary>
public sealed record FastOptions
{
    /// <summary>Deepest path: 16 leaves at most, which the scoring engine likes as much as the data does.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>Step size of the structural fit.</summary>
    public double StepSize { get; init; } = 0.03;

    /// <summary>Most rounds of a structural fit.</summary>
    public int MostRounds { get; init; } = 600;

    /// <summary>Rounds without a better validation loss after which a fit stops.</summary>
    public int Patience { get; init; } = 40;

    /// <summary>Rows of average information a leaf must hold (in units of the hessian at the prior).</summary>
    public double RowsPerLeaf { get; init; } = 35;

    /// <summary>Pull of leaves towards zero.</summary>
    public double Shrinkage { get; init; } = 5;

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
