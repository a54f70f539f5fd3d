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
    string Inputs);

/// <summary>The arms that can answer.</summary>
public static class Arms
{
    /// <summary>The version that answers callers.</summary>
    public const string Champion = "champion";
}
