namespace Coppice.Server.Overview;

/// <summary>What can be said of a model in one word, from the best to the worst.</summary>
public static class VerdictStates
{
    public const string Right = "right";
    public const string Unknown = "unknown";
    public const string Watch = "watch";
    public const string Wrong = "wrong";

    private static readonly string[] InOrder = [Right, Unknown, Watch, Wrong];

    /// <summary>How bad it is.</summary>
    public static int Rank(string state) => Array.IndexOf(InOrder, state);
}
