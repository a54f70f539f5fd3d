namespace Coppice.Server.Models;

/// <summary><c>2.1</c>: the first incremental update on top of the second full retrain.</summary>
public readonly record struct VersionNumber(int Major, int Minor)
{
    public static bool TryParse(string? text, out VersionNumber number)
    {
        number = default;
        string[] parts = (text ?? "").Split('.');
        if (parts.Length != 2 || !int.TryParse(parts[0], out int major) || !int.TryParse(parts[1], out int minor) || major < 1 || minor < 0)
            return false;
        number = new VersionNumber(major, minor);
        return true;
    }

    public override string ToString() => $"{Major}.{Minor}";
}
