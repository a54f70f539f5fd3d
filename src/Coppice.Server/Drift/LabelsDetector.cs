using System.Globalization;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Drift;

/// <summary>What came true lately, against what was true of the rows that the champion has learnt from.</summary>
public static class LabelsDetector
{
    public static DriftFinding Look(ReferenceProfile reference, BinnedSample labels, double level)
    {
        var profile = reference.Labels;
        if (profile.Sample.Known == 0 || labels.Known == 0)
            return DriftFinding.NotEnough(DriftViews.Labels, "no label has matured since");
        var distance = profile.Bins.Distance(profile.Sample, labels);
        double pValue = distance.PValue(profile.Variation.Inflation);
        bool isLarge = distance.Effect >= profile.Variation.Effect || (distance.Largest is not null && distance.Stability >= profile.Variation.Stability);
        return new DriftFinding(
            DriftViews.Labels,
            pValue < level && isLarge ? DriftReading.Differs : DriftReading.Same,
            string.Create(CultureInfo.InvariantCulture, $"mean label {labels.Mean:0.###}, was {profile.Sample.Mean:0.###}"),
            distance.Largest is null ? "jensen_shannon" : "wasserstein",
            distance.Effect,
            profile.Variation.Effect,
            pValue)
        {
            Reference = reference.Source,
        };
    }
}
