using System.Globalization;

namespace Coppice.Server.Drift;

/// <summary>Whether a classifier can tell the window's rows from the reference's: inputs may each look the same and no longer go together (methods 4.5).</summary>
public sealed class TogetherDetector : IDriftDetector
{
    public const double LeastAuc = 0.6;

    private const double Surest = 0.01;

    public string View => DriftViews.Together;

    public DriftFinding Look(DriftEvidence evidence)
    {
        if (evidence.Window.Separation is not { } separation || evidence.Reference.Joint is not { } joint)
            return DriftFinding.NotEnough(View, "a classifier needs 500 rows on either side");
        bool differs = separation.Auc >= joint.Bound && separation.PValue < Math.Min(Surest, evidence.Level);
        string how = differs && evidence.Window.SeparatedBy.Count > 0 ? $", most by {string.Join(" and ", evidence.Window.SeparatedBy)}" : "";
        return new DriftFinding(
            View,
            differs ? DriftReading.Differs : DriftReading.Same,
            string.Create(CultureInfo.InvariantCulture, $"rows of now are told from those of before {separation.Auc * 100:0} times of 100{how}"),
            "auc",
            separation.Auc,
            joint.Bound,
            separation.PValue)
        {
            Reference = evidence.Reference.Source,
        };
    }
}
