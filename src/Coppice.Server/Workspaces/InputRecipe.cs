namespace Coppice.Server.Workspaces;

/// <summary>Which of a model's inputs are learnt from, and how finely words are told apart.</summary>
public sealed record InputRecipe
{
    /// <summary>Most values of a category that have a column of their own; rarer ones share <c>other</c>.</summary>
    public int Categories { get; init; } = 40;

    /// <summary>Rows a value must have to be told apart from others.</summary>
    public int CategoryRows { get; init; } = 10;

    /// <summary>Groups of inputs that the model has and this recipe leaves out.</summary>
    public FeatureGroups Without { get; init; }
}
