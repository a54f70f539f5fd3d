namespace Coppice.Server.Workspaces;

/// <summary>What each input does by itself, added up: a value for each level of each input, neighbouring levels pulled together (decision 0017).</summary>
public sealed record AdditiveRecipe
{
    /// <summary>Most levels a number is cut into, each with about as many rows; missing is one more.</summary>
    public int Levels { get; init; } = 8;

    /// <summary>A level of fewer rows joins its neighbour.</summary>
    public int FewestRows { get; init; } = 5;

    /// <summary>Parts of the customers that are left out in turn to choose how strongly levels are pulled together.</summary>
    public int Folds { get; init; } = 5;
}
