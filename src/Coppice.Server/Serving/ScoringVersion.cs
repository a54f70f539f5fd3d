using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>A model and the version that answers for it.</summary>
public sealed record ScoringVersion(ModelDefinition Model, long ModelId, LoadedVersion Loaded)
{
    /// <summary>Whether the version itself answers, or its companion.</summary>
    public string Arm { get; init; } = Arms.Champion;

    /// <summary>The companion where the definition file asks for one and there is one, otherwise the version itself.</summary>
    public ScoringVersion Quickest => Model.Quick is not null && Loaded.Quick is { } quick ? this with { Loaded = quick, Arm = Arms.Quick } : this;
}
