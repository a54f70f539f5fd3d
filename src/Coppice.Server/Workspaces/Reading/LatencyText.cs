using System.Globalization;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>Short times as people write them: <c>5ms</c>, <c>0.5ms</c>.</summary>
public static class LatencyText
{
    public const string Expected = "a short time such as 0.5ms or 5ms";

    private const string Unit = "ms";

    public static bool TryParse(string text, out TimeSpan time)
    {
        time = default;
        if (!text.EndsWith(Unit, StringComparison.OrdinalIgnoreCase)
            || !double.TryParse(text.AsSpan(0, text.Length - Unit.Length).TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double milliseconds)
            || milliseconds is not (> 0 and <= 60_000))
        {
            return false;
        }

        time = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    public static string Format(TimeSpan time) => time.TotalMilliseconds.ToString("0.####", CultureInfo.InvariantCulture) + Unit;
}
