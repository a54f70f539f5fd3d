using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>What a run stands on once it has looked.</summary>
/// <param name="Model">The model with the recipe in use.</param>
/// <param name="Standing">Where the model stands.</param>
/// <param name="Split">The rows that will judge, and those to learn from.</param>
/// <param name="LastLabel">The newest label there was.</param>
/// <param name="Now">Nothing known later is used.</param>
/// <param name="Tuning">The run whose search the recipe is from; null where the definition file gave it.</param>
internal sealed record RunGround(ModelDefinition Model, Standing Standing, FreshBlock Split, long LastLabel, DateTimeOffset Now, long? Tuning)
{
    /// <summary>How many times as fast as usual an update forgets.</summary>
    public double Fading { get; init; } = 1;
}
