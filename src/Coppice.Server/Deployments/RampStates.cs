namespace Coppice.Server.Deployments;

/// <summary>What becomes of a ramp.</summary>
public static class RampStates
{
    public const string Running = "running";

    /// <summary>The version is champion.</summary>
    public const string Done = "done";

    /// <summary>The champion answers everybody again.</summary>
    public const string Stopped = "stopped";
}
