namespace Coppice.Server.Dashboard;

/// <summary>A file of the dashboard.</summary>
/// <param name="Address">Where browsers ask for it.</param>
/// <param name="Path">Where it is on disk.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Tag">Changes when the file does.</param>
/// <param name="Codings">The codings in which it lies beside itself, the smallest first.</param>
internal sealed record DashboardFile(string Address, string Path, string ContentType, string Tag, IReadOnlyList<ContentCoding> Codings)
{
    /// <summary>Whether its name changes with its content, so that it may be kept for ever.</summary>
    public bool IsHashed => Address.StartsWith(DashboardFiles.Hashed, StringComparison.Ordinal);
}
