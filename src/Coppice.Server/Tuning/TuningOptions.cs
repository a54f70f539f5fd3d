namespace Coppice.Server.Tuning;

/// <summary>How a search is asked for.</summary>
public sealed record TuningOptions
{
    public const double DefaultMinutes = 5;

    public const double MostMinutes = 24 * 60;

    /// <summary>Longest duration of the search, in minutes; the winner is fitted and judged afterwards. Default 5.</summary>
    public double Minutes { get; init; } = DefaultMinutes;

    /// <summary>Which recipes come up, and every other choice by chance.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Most fits of a candidate to a fold; with the same seed and rows, the same fits give the same leaderboard. Default null: as many as the time allows.</summary>
    public int? MostFits { get; init; }

    /// <summary>Default <see cref="TuningPurpose.Challenge"/>.</summary>
    public TuningPurpose Purpose { get; init; }
}

/// <summary>What a search is for.</summary>
public enum TuningPurpose
{
    /// <summary>The winner is fitted and judged like any challenger.</summary>
    Challenge,

    /// <summary>The leaderboard is all that is wanted.</summary>
    Look,
}
