using System.Globalization;

namespace Coppice.Server.Drift;

/// <summary>The champion's own scores, on the rows it was judged on and on those of the window (methods 4.3).</summary>
public sealed class ScoresDetector : IDriftDetector
{
    public string View => DriftViews.Scores;

    public DriftFinding Look(DriftEvidence evidence)
    {
        var profile = evidence.Reference.Scores;
        var sample = evidence.Window.Scores;
        if (profile.Sample.Known == 0 || sample.Known == 0)
            return DriftFinding.NotEnough(View, "the champion has no scores to compare");
        var distance = profile.Bins.Distance(profile.Sample, sample);
        double pValue = distance.PValue(profile.Variation.Inflation);
        bool differs = pValue < evidence.Level && distance.Stability >= profile.Variation.Stability;
        return new DriftFinding(
            View,
            differs ? DriftReading.Differs : DriftReading.Same,
            string.Create(CultureInfo.InvariantCulture, $"mean score {sample.Mean:0.###}, was {profile.Sample.Mean:0.###}"),
            "population_stability",
            distance.Stability,
            profile.Variation.Stability,
            pValue)
        {
            Reference = evidence.Reference.ScoreSource,
        };
    }
}
