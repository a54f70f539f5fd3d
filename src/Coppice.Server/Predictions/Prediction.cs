namespace Coppice.Server.Predictions;

/// <summary>A recorded answer, with the inputs as the model saw them.</summary>
public sealed record Prediction(
    string PredictionId,
    long ModelId,
    long VersionId,
    long CustomerId,
    long AsOf,
    string Arm,
    double Score,
    string Inputs)
{
    /// <summary>Where the truth is expected to lie; null for a probability.</summary>
    public AmountInterval? Interval { get; init; }
}
