using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>Which rows a run learns from, and how.</summary>
/// <param name="Model">The model.</param>
/// <param name="Strategy"><see cref="Strategies.Full"/>, <see cref="Strategies.Refresh"/>, <see cref="Strategies.Grow"/>, <see cref="Strategies.Leaves"/> or <see cref="Strategies.Recalibrate"/>.</param>
/// <param name="Rows">Labels to learn from, in canonical order.</param>
/// <param name="Parent">The version updated; null for a full retrain.</param>
/// <param name="Champion">The version in use, for what changed in the features.</param>
/// <param name="KnownTime">Nothing known later is used.</param>
/// <param name="Seed">Of the run.</param>
public sealed record TrainingPlan(
    ModelDefinition Model,
    string Strategy,
    IReadOnlyList<Label> Rows,
    LoadedVersion? Parent,
    LoadedVersion? Champion,
    long KnownTime,
    ulong Seed)
{
    /// <summary>Trees an update adds.</summary>
    public int UpdateTrees { get; init; } = 20;

    /// <summary>How many times as fast as usual an update forgets.</summary>
    public double Fading { get; init; } = 1;

    /// <summary>The run whose search made the recipe; null where the definition file did.</summary>
    public long? Tuning { get; init; }
}
