namespace Coppice.Server.Files;

/// <summary>Reasons to set a row aside that do not mean it is damaged, in the words that everybody uses who gives them.</summary>
internal static class RowReasons
{
    public const string Unlabelled = "what it should teach is empty";
    public const string WithoutOutcome = "no outcome is filled in";
    private const string Ahead = " lies in the future; today is ";

    public static string InFuture(DateTimeOffset time, DateTimeOffset now) => $"{time:yyyy-MM-dd}{Ahead}{now:yyyy-MM-dd}";

    public static bool IsInFuture(string reason) => reason.Contains(Ahead, StringComparison.Ordinal);

    /// <summary>Whether the row only has nothing to say.</summary>
    public static bool IsUnfilled(string reason) => reason is Unlabelled or WithoutOutcome;
}
