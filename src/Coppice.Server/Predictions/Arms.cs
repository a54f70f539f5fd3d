namespace Coppice.Server.Predictions;

/// <summary>The arms that can answer.</summary>
public static class Arms
{
    /// <summary>The version that answers callers.</summary>
    public const string Champion = "champion";
}
