using Coppice.Server.Workspaces;

namespace Coppice.Server.Features;

/// <summary>What the inputs of a new version may be chosen by, and what they are for.</summary>
/// <param name="KnownBy">Nothing that became known later has a say.</param>
public sealed record PlanScope(long KnownBy)
{
    /// <summary>Fits see nothing that happened later: what judges the version must not have shaped its inputs.</summary>
    public long Until { get; init; } = KnownBy;

    /// <summary>How far the label looks ahead; zero where it does not.</summary>
    public TimeSpan Window { get; init; }

    public PredictionKind Predicts { get; init; }

    /// <summary>How far forecasts look ahead.</summary>
    internal int ForecastDays => Window > TimeSpan.Zero ? Math.Max(1, (int)Math.Round(Window.TotalDays)) : 30;
}
