namespace Coppice.Server.Deployments;

/// <summary>Why a champion cannot be changed.</summary>
public static class DeploymentCodes
{
    public const string UnknownVersion = "COP-DEPLOY-001";
    public const string NothingBefore = "COP-DEPLOY-002";
    public const string AlreadyLive = "COP-DEPLOY-003";
    public const string ReasonNeeded = "COP-DEPLOY-004";
    public const string NameNeeded = "COP-DEPLOY-005";
    public const string SecondPersonNeeded = "COP-DEPLOY-006";
    public const string NothingWaits = "COP-DEPLOY-007";
    public const string NeverChampion = "COP-DEPLOY-008";
    public const string NoRamp = "COP-DEPLOY-009";
    public const string RampUnderWay = "COP-DEPLOY-010";
}
