namespace Coppice.Server.Tuning;

/// <summary>Why a search cannot be.</summary>
public static class TuningCodes
{
    public const string TooFewLabels = "COP-TUNE-001";
    public const string NoLeaderboard = "COP-TUNE-002";
    public const string NothingTuned = "COP-TUNE-003";
    public const string NothingMeasured = "COP-TUNE-004";
}
