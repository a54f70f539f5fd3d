namespace Coppice.Server.Drift;

/// <summary>
/// Where a view stands over its windows: what differs in one window is suspected, in two running it has drifted (methods 4.4), and it ends
/// with two running that do not differ. One window that cannot tell changes nothing.
/// </summary>
/// <param name="Verdict">One of <see cref="DriftVerdicts"/>.</param>
/// <param name="Since">When the first of the windows that differ began.</param>
/// <param name="Same">Windows running that do not differ, where it has drifted.</param>
public sealed record DriftStanding(string Verdict, DateTimeOffset? Since, int Same)
{
    /// <summary>Windows running that make a drift, and that end one.</summary>
    public const int Running = 2;

    public static DriftStanding Unknown { get; } = new(DriftVerdicts.NotEnoughData, null, 0);

    /// <summary>Before anything differs.</summary>
    public static DriftStanding Steady { get; } = new(DriftVerdicts.Steady, null, 0);

    public bool HasDrifted => Verdict == DriftVerdicts.Drifted;

    /// <summary>After one more window.</summary>
    public DriftStanding After(DriftReading reading, DateTimeOffset windowFrom) => (reading, Verdict) switch
    {
        (DriftReading.NotEnoughData, _) => this,
        (DriftReading.Differs, DriftVerdicts.Drifted) => this with { Same = 0 },
        (DriftReading.Differs, DriftVerdicts.Suspected) => this with { Verdict = DriftVerdicts.Drifted },
        (DriftReading.Differs, _) => new DriftStanding(DriftVerdicts.Suspected, windowFrom, 0),
        (DriftReading.Same, DriftVerdicts.Drifted) when Same + 1 < Running => this with { Same = Same + 1 },
        _ => Steady,
    };
}
