using System.Text.Json.Serialization;

namespace Coppice.Server.Learners;

/// <summary>What a margin is the logarithm of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarginLink>))]
public enum MarginLink
{
    /// <summary>Odds: the answer is a probability.</summary>
    LogOdds,

    /// <summary>The amount itself.</summary>
    Log,
}
