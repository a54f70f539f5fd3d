namespace Coppice.Server.Workspaces;

/// <summary>How a model that got worse is repaired.</summary>
public sealed record RepairOptions
{
    /// <summary>How long the last rung may search for a better recipe, in minutes. Default null: it is left out.</summary>
    public int? TuneMinutes { get; init; }
}
