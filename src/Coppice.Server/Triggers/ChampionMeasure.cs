namespace Coppice.Server.Triggers;

/// <summary>What the champion achieved on labels matured lately, beside what was promised when it was promoted.</summary>
/// <param name="VersionId">Which champion.</param>
/// <param name="Metric">The metric's stable name; more is better.</param>
/// <param name="Promised">Its value on the rows that decided.</param>
/// <param name="Achieved">Its value since.</param>
/// <param name="UpperBound">The upper end of the 95 % interval of what was achieved.</param>
/// <param name="Rows">On how many labels.</param>
public sealed record ChampionMeasure(long VersionId, string Metric, double Promised, double Achieved, double UpperBound, int Rows)
{
    /// <summary>What acting by it saved by 1,000 customers on those labels, and what it was promised to save; null without costs.</summary>
    public (double Promised, double Achieved)? Saved { get; init; }

    /// <summary>Loss relative to the promise; below zero where it does better.</summary>
    public double Drop => Promised == 0 ? 0 : (Promised - Achieved) / Math.Abs(Promised);

    /// <summary>Whether the loss is more than chance.</summary>
    public bool IsSure => UpperBound < Promised;
}
