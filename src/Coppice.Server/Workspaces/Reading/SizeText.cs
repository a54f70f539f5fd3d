using System.Globalization;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>Sizes as people write them: <c>500KB</c>, <c>50MB</c>, <c>2GB</c>, in thousands.</summary>
public static class SizeText
{
    public const string Expected = "a size such as 500KB, 50MB or 2GB";

    private static readonly (string Unit, long Bytes)[] Units = [("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000)];

    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        foreach (var (unit, size) in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(text.AsSpan(0, text.Length - unit.Length).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                && count > 0)
            {
                bytes = count * size;
                return true;
            }
        }

        return false;
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads back; the size must be whole thousands.</summary>
    public static string Format(long bytes)
    {
        var (unit, size) = Array.Find(Units, u => bytes > 0 && bytes % u.Bytes == 0);
        return unit is null
            ? throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "expected whole thousands of bytes, more than none")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / size}{unit}");
    }

    /// <summary>For people: two digits and the unit.</summary>
    public static string Round(long bytes)
    {
        var (unit, size) = Array.Find(Units, u => bytes >= u.Bytes) is { Unit: { } } found ? found : ("bytes", 1);
        return string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / size:0.#} {unit}");
    }
}
