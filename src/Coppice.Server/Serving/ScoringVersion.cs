using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Splits;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>A model and the version that answers for it.</summary>
public sealed record ScoringVersion(ModelDefinition Model, long ModelId, LoadedVersion Loaded)
{
    /// <summary>Whether the version itself answers, or its companion.</summary>
    public string Arm { get; init; } = Arms.Champion;

    /// <summary>Whose customers are another version's, which is taking over; null where none is.</summary>
    public RampSplit? Ramp { get; init; }

    /// <summary>The companion where the definition file asks for one and there is one, otherwise the version itself.</summary>
    // While another version takes over, tables wait for the versions themselves: their companions cannot tell them apart.
    public ScoringVersion Quickest => Ramp is null && Model.Quick is not null && Loaded.Quick is { } quick ? this with { Loaded = quick, Arm = Arms.Quick } : this;
}
