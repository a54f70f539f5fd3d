namespace Coppice.Bench.Measurements;

/// <summary>One measured case; the fields are explained in <c>bench/README.md</c>.</summary>
internal sealed record BenchLine(string Bench, string Case, string Metric, string Unit)
{
    public required double Ours { get; init; }

    /// <summary>Null where there is no peer.</summary>
    public double? Peer { get; init; }

    public string? PeerName { get; init; }

    public RatioRange? Ratio { get; init; }

    /// <summary>Whether both sides answered the same question; compared before anything is timed.</summary>
    public required bool Equal { get; init; }

    public double? Must { get; init; }

    public double? Aim { get; init; }

    /// <summary>Whether the bound is met; null where there is none.</summary>
    public bool? Holds { get; init; }

    public Machine Machine { get; init; } = Machine.This;
}
