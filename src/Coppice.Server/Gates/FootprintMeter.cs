using Coppice.Server.Features;
using Coppice.Server.Models;

namespace Coppice.Server.Gates;

/// <summary>Times rows one by one, as single questions are answered.</summary>
internal static class FootprintMeter
{
    private const int MostRows = 400;
    private const int WarmUp = 50;

    /// <summary>The median is what a slow moment of the machine cannot move.</summary>
    public static Footprint Measure(LoadedVersion version, long bytes, InputTable table, ReadOnlySpan<long> asOf, TimeProvider time)
    {
        int rows = Math.Min(table.Rows, MostRows);
        if (rows == 0)
            return new Footprint(bytes, null, 0);
        for (int i = 0; i < WarmUp; i++)
            version.Score(table, i % rows, asOf[i % rows]);
        var taken = new TimeSpan[rows];
        for (int row = 0; row < rows; row++)
        {
            long began = time.GetTimestamp();
            version.Score(table, row, asOf[row]);
            taken[row] = time.GetElapsedTime(began);
        }

        Array.Sort(taken);
        return new Footprint(bytes, taken[rows / 2], rows);
    }
}
