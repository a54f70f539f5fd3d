namespace Coppice.Server.Gates.Reviews;

/// <summary>What later labels say of a decision, as stored and answered.</summary>
public static class ReviewVerdicts
{
    public const string Right = "right";
    public const string Wrong = "wrong";
    public const string CannotTell = "cannot_tell";
}
