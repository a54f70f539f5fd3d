namespace Coppice.Server.Features;

/// <summary>Where a model's inputs come from.</summary>
public enum FeatureGroup
{
    /// <summary>Computed from events.</summary>
    Behaviour,

    /// <summary>Attributes that hold at the time.</summary>
    Profile,

    /// <summary>The columns of an uploaded or logged row.</summary>
    Columns,
}
