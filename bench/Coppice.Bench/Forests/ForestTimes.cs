using System.Diagnostics;
using Coppice.Bench.Measurements;

namespace Coppice.Bench.Forests;

/// <summary>Times two ways in turn, and says how many times better ours is.</summary>
internal static class ForestTimes
{
    private const int WarmUp = 30;
    private const int Repeats = 7;
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan MostWarmUp = TimeSpan.FromMilliseconds(400);

    /// <summary>Pairs of medians; each side is warm before the first.</summary>
    public static (List<double> Ours, List<double> Peers) Pairs(int pairs, int rows, Action ours, Action peer)
    {
        Warm(ours);
        Warm(peer);
        List<double> oursPerRow = [], peersPerRow = [];
        for (int pair = 0; pair < pairs; pair++)
        {
            oursPerRow.Add(Median(ours) / rows);
            peersPerRow.Add(Median(peer) / rows);
        }

        return (oursPerRow, peersPerRow);
    }

    public static void Add(BenchReport report, string name, string peerName, (List<double> Ours, List<double> Peers) times, bool equal, double? must = null, double? aim = null)
    {
        var ratio = RatioRange.OfLess(times.Ours, times.Peers);
        report.Add(new BenchLine(ForestBenchmark.Name, name, "us_per_row", "us")
        {
            Ours = Medians.Of(times.Ours),
            Peer = Medians.Of(times.Peers),
            PeerName = peerName,
            Ratio = ratio,
            Equal = equal,
            Must = must,
            Aim = aim,
            Holds = must is null ? null : ratio is not null && Math.Round(ratio.Median, 1) >= must,
        });
    }

    public static bool SameBits(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        for (int i = 0; i < one.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(one[i]) != BitConverter.SingleToInt32Bits(other[i]))
                return false;
        }

        return one.Length == other.Length;
    }

    /// <summary>Microseconds.</summary>
    public static double Median(Action work)
    {
        var times = new List<double>();
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            int count = 0;
            long began = Stopwatch.GetTimestamp();
            do
            {
                work();
                count++;
            }
            while (Stopwatch.GetElapsedTime(began) < LeastTime);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / count);
        }

        return Medians.Of(times);
    }

    private static void Warm(Action work)
    {
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < WarmUp && Stopwatch.GetElapsedTime(began) < MostWarmUp; i++)
            work();
    }
}
