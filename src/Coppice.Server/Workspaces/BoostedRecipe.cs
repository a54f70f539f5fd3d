namespace Coppice.Server.Workspaces;

/// <summary>Trees that each correct what the ones before leave over; sources: methods 3.3 and 8.1, measured on real data (decision 0008).</summary>
public sealed record BoostedRecipe
{
    /// <summary>Deepest path. One split each adds up effects; deeper trees find what effects do together.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>How much of each tree counts.</summary>
    public double StepSize { get; init; } = 0.03;

    /// <summary>Most trees.</summary>
    public int Rounds { get; init; } = 600;

    /// <summary>Trees without a better validation loss after which no more are grown.</summary>
    public int Patience { get; init; } = 80;

    /// <summary>How many times as large the steps are by which the number of trees is searched.</summary>
    public int Stride { get; init; } = 4;

    /// <summary>Rows of average information a leaf must hold (in units of the hessian at the prior).</summary>
    public double RowsPerLeaf { get; init; } = 35;

    /// <summary>Pull of leaves towards zero.</summary>
    public double Shrinkage { get; init; } = 5;

    /// <summary>Most histogram bins per feature.</summary>
    public int Bins { get; init; } = 64;

    /// <summary>Columns each tree may split on; of wide data never less than <see cref="ColumnShare"/>.</summary>
    public int Columns { get; init; } = 5;

    /// <summary>Smallest share of the columns a tree may split on.</summary>
    public double ColumnShare { get; init; } = 0.2;

    /// <summary>Step size of the trees an update adds.</summary>
    public double UpdateStepSize { get; init; } = 0.05;
}
