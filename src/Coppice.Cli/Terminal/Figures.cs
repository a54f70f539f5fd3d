using System.Globalization;

namespace Coppice.Cli.Terminal;

/// <summary>How numbers look: <c>.842 ±.011</c>, <c>1,204</c>, <c>3.2 MB</c>.</summary>
internal static class Figures
{
    public const string Missing = "–";

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share or a loss with a fixed number of digits and no leading zero; a larger amount with thousands marked.</summary>
    public static string Metric(double? value, int digits = 3)
    {
        if (value is not { } v || !double.IsFinite(v))
            return Missing;
        if (Math.Abs(v) >= 100)
            return v.ToString("N0", CultureInfo.InvariantCulture);
        if (Math.Abs(v) >= 10)
            return v.ToString("N1", CultureInfo.InvariantCulture);
        string text = (Math.Round(v, digits) + 0.0).ToString("F" + digits, CultureInfo.InvariantCulture); // Adding zero turns -0 into 0.
        if (text.StartsWith("0.", StringComparison.Ordinal))
            return text[1..];
        return text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..] : text;
    }

    public static string WithInterval(double? value, double? halfWidth, int digits = 3) =>
        halfWidth is null || value is null ? Metric(value, digits) : $"{Metric(value, digits)} ±{Metric(halfWidth, digits)}";

    /// <summary>How far something moved a score: <c>+0.12</c>.</summary>
    public static string WithSign(double value) => value.ToString("+0.00;-0.00", CultureInfo.InvariantCulture);

    public static string Amount(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "N0" : "N2", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds switch
    {
        < 0.095 => $"{(seconds * 1000).ToString("F0", CultureInfo.InvariantCulture)} ms",
        < 9.95 => $"{seconds.ToString("F1", CultureInfo.InvariantCulture)} s",
        < 120 => $"{seconds.ToString("F0", CultureInfo.InvariantCulture)} s",
        _ => $"{((int)seconds) / 60} min {((int)seconds) % 60} s",
    };

    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => $"{(bytes / 1e3).ToString("F0", CultureInfo.InvariantCulture)} kB",
        < 1_000_000_000 => $"{(bytes / 1e6).ToString("F1", CultureInfo.InvariantCulture)} MB",
        _ => $"{(bytes / 1e9).ToString("F1", CultureInfo.InvariantCulture)} GB",
    };

    /// <summary><c>1 row</c>, <c>1,204 rows</c>.</summary>
    public static string Counted(long count, string singular, string? plural = null) =>
        $"{Count(count)} {(count == 1 ? singular : plural ?? singular + "s")}";
}
