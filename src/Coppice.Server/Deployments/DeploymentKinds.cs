namespace Coppice.Server.Deployments;

/// <summary>The directions a champion can change in.</summary>
public static class DeploymentKinds
{
    public const string Promotion = "promotion";
    public const string RollBack = "rollback";
}
