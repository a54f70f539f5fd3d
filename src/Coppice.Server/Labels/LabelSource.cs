namespace Coppice.Server.Labels;

/// <summary>Where the inputs of a labelled example come from.</summary>
public static class LabelSource
{
    /// <summary>A recorded prediction, with the inputs the model saw.</summary>
    public const string Logged = "logged";

    /// <summary>A past cut-off; inputs are computed as of then.</summary>
    public const string Backfill = "backfill";

    /// <summary>An uploaded labelled row.</summary>
    public const string Upload = "upload";

    /// <summary>A guess by a weak rule; never used to judge.</summary>
    public const string Synthetic = "synthetic";

    /// <summary>The word as it is stored, without making a string for every row.</summary>
    internal static string Of(ReadOnlySpan<byte> utf8) => utf8[0] switch
    {
        (byte)'l' => Logged,
        (byte)'b' => Backfill,
        (byte)'u' => Upload,
        _ => Synthetic,
    };
}
