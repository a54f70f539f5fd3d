namespace Coppice.Server.Drift;

/// <summary>What one view found in one window.</summary>
/// <param name="View">One of <see cref="DriftViews"/>.</param>
/// <param name="Reading">Whether it differs from the reference.</param>
/// <param name="Sentence">In words and numbers.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Measured">How much.</param>
/// <param name="Bound">What it may reach.</param>
/// <param name="PValue">How likely that much is where nothing has changed.</param>
public sealed record DriftFinding(string View, DriftReading Reading, string Sentence, string? Measure, double? Measured, double? Bound, double? PValue)
{
    /// <summary>What it was held against.</summary>
    public string? Reference { get; init; }

    /// <summary>A view that cannot tell yet.</summary>
    public static DriftFinding NotEnough(string view, string sentence) => new(view, DriftReading.NotEnoughData, sentence, null, null, null, null);
}

/// <summary>What a window says by itself.</summary>
public enum DriftReading
{
    NotEnoughData,
    Same,
    Differs,
}
