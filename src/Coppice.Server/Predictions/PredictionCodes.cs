namespace Coppice.Server.Predictions;

/// <summary>Codes of requests about recorded predictions.</summary>
public static class PredictionCodes
{
    public const string Unknown = "COP-PREDICTION-001";
}
