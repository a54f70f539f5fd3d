using Coppice.Server.Training;

namespace Coppice.Server.Triggers;

/// <summary>What a trigger says.</summary>
/// <param name="State">Whether it is a reason now.</param>
/// <param name="Sentence">What it waits for, or why it is a reason, in words and numbers.</param>
public sealed record TriggerAnswer(TriggerState State, string Sentence)
{
    /// <summary>The strategy it asks for.</summary>
    public string Strategy { get; init; } = Strategies.Auto;

    /// <summary>A trigger that the definition file turns off.</summary>
    public static TriggerAnswer Off { get; } = new(TriggerState.Off, "off");
}

/// <summary>Whether a trigger is a reason to train.</summary>
public enum TriggerState
{
    Off,
    Waiting,

    /// <summary>Its time came, but there is nothing to learn: the time is let pass.</summary>
    Passed,
    Due,
}
