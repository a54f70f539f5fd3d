namespace Coppice.Server.Training;

/// <summary>Why a run cannot be.</summary>
public static class TrainingCodes
{
    public const string TooFewLabels = "COP-TRAIN-001";
    public const string OneClass = "COP-TRAIN-002";
    public const string Leak = "COP-TRAIN-003";
    public const string NoFeatures = "COP-TRAIN-004";
    public const string NothingToUpdate = "COP-TRAIN-005";
    public const string Inexact = "COP-TRAIN-006";
    public const string AlreadyRunning = "COP-TRAIN-007";
    public const string TookTooLong = "COP-TRAIN-008";
    public const string NothingToCompare = "COP-TRAIN-009";
    public const string RampUnderWay = "COP-TRAIN-010";
}
