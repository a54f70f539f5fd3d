namespace Coppice.Server.Workspaces;

/// <summary>Trees that each see other rows and other columns, and whose mean counts; sources: methods 3.3, measured on real data (decision 0021).</summary>
public sealed record ForestRecipe
{
    /// <summary>Parts of the forest, each grown by itself; an update grows one anew and drops the oldest.</summary>
    public int Shards { get; init; } = 3;

    /// <summary>Trees in each part.</summary>
    public int Trees { get; init; } = 50;

    /// <summary>Deepest path; six splits and fewer are scored fastest.</summary>
    public int Depth { get; init; } = 6;

    /// <summary>Rows of average information a leaf must hold (in units of the hessian at the prior).</summary>
    public double RowsPerLeaf { get; init; } = 20;

    /// <summary>Share of the rows each tree sees.</summary>
    public double RowShare { get; init; } = 0.8;

    /// <summary>Columns each tree may split on; of wide data never less than <see cref="ColumnShare"/>.</summary>
    public int Columns { get; init; } = 4;

    /// <summary>Smallest share of the columns a tree may split on.</summary>
    public double ColumnShare { get; init; } = 0.5;

    /// <summary>Pull of leaves towards zero.</summary>
    public double Shrinkage { get; init; } = 1;

    /// <summary>Most histogram bins per feature.</summary>
    public int Bins { get; init; } = 64;
}
