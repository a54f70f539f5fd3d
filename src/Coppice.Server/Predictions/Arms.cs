namespace Coppice.Server.Predictions;

/// <summary>The arms that can answer.</summary>
public static class Arms
{
    /// <summary>The version that answers callers.</summary>
    public const string Champion = "champion";

    /// <summary>A version that takes over from the champion customer by customer, for those that are its own already.</summary>
    public const string Challenger = "challenger";

    /// <summary>Its companion, until the version's own score takes the place of what it said.</summary>
    public const string Quick = "quick";
}
