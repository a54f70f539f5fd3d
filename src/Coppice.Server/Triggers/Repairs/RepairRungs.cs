namespace Coppice.Server.Triggers.Repairs;

/// <summary>What a repair tries, by the names that are stored and answered.</summary>
public static class RepairRungs
{
    /// <summary>The champion's trees, its answers calibrated anew.</summary>
    public const string Recalibrate = "recalibrate";

    /// <summary>Where to act from, by costs; no version comes of it.</summary>
    public const string Threshold = "threshold";

    /// <summary>The champion's trees with their leaves moved.</summary>
    public const string Leaves = "leaves";

    /// <summary>The same with trees added.</summary>
    public const string Trees = "trees";

    /// <summary>From scratch.</summary>
    public const string Full = "full";

    /// <summary>From scratch by the best recipe that a search finds.</summary>
    public const string Tune = "tune";

    /// <summary>The cheapest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Recalibrate, Threshold, Leaves, Trees, Full, Tune];

    /// <summary>What was done, for people.</summary>
    public static string Done(string rung) => rung switch
    {
        Recalibrate => "recalibrated",
        Leaves => "leaves moved",
        Trees => "trees added",
        Full => "learnt anew",
        Tune => "learnt anew with a better recipe",
        _ => rung,
    };
}
