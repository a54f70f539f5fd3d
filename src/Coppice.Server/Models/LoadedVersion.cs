using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Learners;

namespace Coppice.Server.Models;

/// <summary>A version ready to answer.</summary>
public sealed record LoadedVersion(ModelVersion Version, FeaturePipeline Pipeline, ForestScorer Scorer, Calibration Calibration)
{
    private readonly Lazy<Explainer> _explainer = new(() => new Explainer(Pipeline, Scorer.Forest));

    public string Number { get; } = Version.Number.ToString();

    /// <summary>Made when it is first asked for.</summary>
    public Explainer Explainer => _explainer.Value;

    /// <summary>What the contributions of reasons are counted in.</summary>
    public string Unit => Calibration.Link == MarginLink.LogOdds ? "log-odds" : "log amount";

    /// <summary>Calibrated answers for raw inputs; <paramref name="asOf"/> is the time each row is for.</summary>
    public double[] Score(InputTable table, ReadOnlySpan<long> asOf) => Score(Pipeline.Transform(table, asOf));

    /// <summary>Calibrated answers for features of this version's own pipeline.</summary>
    public double[] Score(FeatureMatrix features)
    {
        float[] margins = new float[features.Rows];
        Scorer.Margins(features.Values, margins);
        return Array.ConvertAll(margins, margin => Calibration.Apply(margin));
    }
}
