namespace Coppice.Server.Drift;

/// <summary>One way of looking at a window. It reads what it is shown and nothing else.</summary>
public interface IDriftDetector
{
    /// <summary>One of <see cref="DriftViews"/>.</summary>
    string View { get; }

    DriftFinding Look(DriftEvidence evidence);
}
