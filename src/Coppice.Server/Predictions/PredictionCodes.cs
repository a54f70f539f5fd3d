namespace Coppice.Server.Predictions;

/// <summary>Why an answer cannot be recorded, or found again.</summary>
public static class PredictionCodes
{
    public const string IdTaken = "COP-SERVE-002";
    public const string Unknown = "COP-PREDICTION-001";
}
