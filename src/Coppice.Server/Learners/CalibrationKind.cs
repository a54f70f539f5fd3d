using System.Text.Json.Serialization;

namespace Coppice.Server.Learners;

/// <summary>How a margin was corrected.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CalibrationKind>))]
public enum CalibrationKind
{
    None,

    /// <summary>The margin is shifted until the mean (or the total) is right.</summary>
    Intercept,

    /// <summary>The margin is stretched and shifted.</summary>
    Platt,

    /// <summary>The margin is looked up in a rising curve.</summary>
    Isotonic,

    /// <summary>The margin is stretched by one slope towards the unlikely and another towards the likely, and shifted.</summary>
    Beta,
}
