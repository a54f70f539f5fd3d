using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>What one sweep of a model found.</summary>
/// <param name="Matured">Labels that got their value.</param>
/// <param name="Corrected">Labels that a late or corrected fact changed.</param>
public sealed record LabelSweep(long Matured, long Corrected)
{
    /// <summary>Window and lag of a model in microseconds.</summary>
    public static long WindowAndLag(ModelDefinition model) => (model.Label.Window + model.Lag).Ticks / TimeSpan.TicksPerMicrosecond;
}
