namespace Coppice.Server.Predictions;

/// <summary>Why an answer cannot be recorded.</summary>
public static class PredictionCodes
{
    public const string IdTaken = "COP-SERVE-002";
}
