namespace Coppice.Server.Predictions;

/// <summary>Codes of requests about recorded predictions.</summary>
public static class PredictionCodes
{
    public const string IdTaken = "COP-SERVE-002";
    public const string Unknown = "COP-PREDICTION-001";
}
