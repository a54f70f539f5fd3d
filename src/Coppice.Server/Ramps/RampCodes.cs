namespace Coppice.Server.Ramps;

/// <summary>What keeps a version from taking over.</summary>
public static class RampCodes
{
    public const string Fails = "COP-RAMP-001";
    public const string UnusableScores = "COP-RAMP-002";
    public const string Slow = "COP-RAMP-003";
    public const string ScoresMoved = "COP-RAMP-004";
    public const string Uneven = "COP-RAMP-005";
    public const string SurelyWorse = "COP-RAMP-006";
}
