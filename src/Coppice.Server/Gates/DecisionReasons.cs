namespace Coppice.Server.Gates;

/// <summary>Why a decision fell as it did, as stored and answered.</summary>
public static class DecisionReasons
{
    public const string BadData = "bad_data";
    public const string First = "first";
    public const string Floor = "floor";
    public const string Footprint = "footprint";
    public const string Forgotten = "forgotten";
    public const string Inconclusive = "inconclusive";
    public const string Inferior = "inferior";
    public const string InsufficientLabels = "insufficient_labels";
    public const string MaxDrop = "max_drop";
    public const string Miscalibrated = "miscalibrated";
    public const string NonInferiorFresh = "noninferior_fresh";
    public const string NoSkill = "no_skill";
    public const string PredictionDrift = "prediction_drift";
    public const string ScoreShock = "score_shock";
    public const string Segment = "segment";
    public const string Superior = "superior";
}
