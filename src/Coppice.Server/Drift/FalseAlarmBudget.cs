using Coppice.Server.Statistics.Streams;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Drift;

/// <summary>
/// How sure one look has to be, so that all looks of all models together raise no more false alarms in a quarter than the definition file allows. Every model
/// has the same share. The four views that look at windows share three fifths of it; that an alarm takes two windows is not reckoned with, because both are held
/// against the same reference. Errors have a fifth for each of the two sums of days that are kept of them: nothing confirms those.
/// </summary>
/// <param name="perQuarter">False alarms allowed in a quarter.</param>
/// <param name="models">Models that share them.</param>
/// <param name="window">How often a view looks.</param>
public sealed class FalseAlarmBudget(double perQuarter, int models, TimeSpan window)
{
    public const double QuarterDays = 91.25;

    /// <summary>However large the budget, one look is at least this sure (methods 4.4).</summary>
    private const double Most = 0.05;

    private const int SumsOfDays = 2;
    private const double DaysShareOfModel = 0.2;

    public static FalseAlarmBudget Of(WorkspaceDefinition workspace) => new(workspace.Drift.FalseAlarms, workspace.Models.Count, workspace.Drift.Window);

    public double PerQuarter => perQuarter;

    public int Models => models;

    /// <summary>What one view of windows of one model may raise in a quarter.</summary>
    public double WindowShare => perQuarter / models * (1 - (SumsOfDays * DaysShareOfModel)) / (DriftViews.All.Count - 1);

    /// <summary>What one sum of days of one model may raise in a quarter.</summary>
    public double DaysShare => perQuarter / models * DaysShareOfModel;

    /// <summary>The probability of a false alarm that one look may have.</summary>
    public double Level => Math.Min(Most, WindowShare * Math.Max(window.TotalDays, 1 / 24.0) / QuarterDays);

    /// <summary>What has to add up before a CUSUM of days is an alarm: as much as makes false ones as rare as the share allows (Siegmund 1985).</summary>
    public double CumulativeThreshold
    {
        get
        {
            double days = QuarterDays / DaysShare;
            double threshold = CumulativeSum.Threshold;
            while (CumulativeSum.RunLength(CumulativeSum.Allowance, threshold) < days)
                threshold += 0.05;
            return threshold;
        }
    }
}
