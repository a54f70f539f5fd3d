namespace Coppice.Server.Workspaces;

/// <summary>Which rows a fit keeps apart to stop by, to weigh members and to calibrate.</summary>
public sealed record ValidationRecipe
{
    /// <summary>Share of the newest rows kept apart.</summary>
    public double Share { get; init; } = 0.15;

    /// <summary>With fewer rows than this no slice can tell anything: parts of the customers take turns, and every row is unseen once.</summary>
    public int FewRows { get; init; } = 4_000;

    /// <summary>How many parts.</summary>
    public int Parts { get; init; } = 3;
}
