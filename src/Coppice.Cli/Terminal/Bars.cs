namespace Coppice.Cli.Terminal;

/// <summary>A row of small bars, one character each.</summary>
internal static class Bars
{
    private const string Heights = "▁▂▃▄▅▆▇█";

    /// <summary>Bars up to <paramref name="most"/>; a gap where there is nothing.</summary>
    public static string Of(IEnumerable<double> values, double most) =>
        string.Concat(values.Select(value => value > 0 && most > 0 ? Heights[Math.Clamp((int)Math.Ceiling(value / most * Heights.Length) - 1, 0, Heights.Length - 1)] : ' '));

    /// <summary>Two rows of the same scale.</summary>
    public static (string First, string Second) Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double most = first.Concat(second).DefaultIfEmpty(0).Max();
        return (Of(first, most), Of(second, most));
    }
}
