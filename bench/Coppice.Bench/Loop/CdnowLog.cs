using System.Globalization;

namespace Coppice.Bench.Loop;

/// <summary>What the log itself says was ordered before the last cut-off, to check computed inputs against.</summary>
internal sealed record CdnowLog(long Orders, double Dollars)
{
    private const string LastCutOff = "19980401";

    public static CdnowLog Read(string path)
    {
        var orders = File.ReadLines(path).Skip(1)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(c => c.Length == 4 && string.CompareOrdinal(c[1], LastCutOff) < 0)
            .Select(c => double.Parse(c[3], CultureInfo.InvariantCulture))
            .ToList();
        return new CdnowLog(orders.Count, orders.Sum());
    }
}
