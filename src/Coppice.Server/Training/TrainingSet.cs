namespace Coppice.Server.Training;

/// <summary>The frozen list of examples of one run, as of a known time.</summary>
/// <param name="ModelId">Whose run.</param>
/// <param name="KnownTime">Nothing known later is in it.</param>
/// <param name="Rows">How many examples.</param>
/// <param name="FirstAsOf">The oldest.</param>
/// <param name="LastAsOf">The newest.</param>
/// <param name="LabelsHash">Artifact with the label numbers in training order.</param>
/// <param name="ContentHash">SHA-256 of inputs, labels and weights as the learner got them: the same set gives the same hash.</param>
public sealed record TrainingSet(long ModelId, long KnownTime, long Rows, long FirstAsOf, long LastAsOf, string LabelsHash, string ContentHash)
{
    /// <summary><see cref="SetQuality"/> as JSON.</summary>
    public string? Quality { get; init; }
}
