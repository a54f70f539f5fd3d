using System.Buffers;
using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Models;

/// <summary>A version ready to answer.</summary>
public sealed record LoadedVersion(ModelVersion Version, FeaturePipeline Pipeline, ForestScorer Scorer, Calibration Calibration)
{
    /// <summary>Rows encoded and scored together: their features stay near the processor.</summary>
    private const int Together = 64;

    private readonly Lazy<Explainer> _explainer = new(() => new Explainer(Pipeline, Scorer.Forest));

    /// <summary>How it was learnt; null in a version older than recipes.</summary>
    public Recipe? Recipe { get; init; }

    /// <summary>Answers tables until this version has; null where it has no companion.</summary>
    public LoadedVersion? Quick { get; init; }

    public string Number { get; } = Version.Number.ToString();

    /// <summary>Made when it is first asked for.</summary>
    public Explainer Explainer => _explainer.Value;

    /// <summary>What the contributions of reasons are counted in.</summary>
    public string Unit => Calibration.Link == MarginLink.LogOdds ? "log-odds" : "log amount";

    /// <summary>Calibrated answers for raw inputs; <paramref name="asOf"/> is the time each row is for.</summary>
    public double[] Score(InputTable table, ReadOnlySpan<long> asOf)
    {
        int width = Pipeline.FeatureNames.Count;
        float[] margins = new float[table.Rows];
        float[] rows = ArrayPool<float>.Shared.Rent(Together * width);
        for (int from = 0; from < margins.Length; from += Together)
        {
            int count = Math.Min(Together, margins.Length - from);
            var some = rows.AsSpan(0, count * width);
            Pipeline.Transform(table, from, asOf.Slice(from, count), some);
            Scorer.Margins(some, margins.AsSpan(from, count));
        }

        ArrayPool<float>.Shared.Return(rows);
        return Answers(margins);
    }

    /// <summary>The calibrated answer for one row alone.</summary>
    public double Score(InputTable table, int row, long asOf)
    {
        int width = Pipeline.FeatureNames.Count;
        float[] rented = ArrayPool<float>.Shared.Rent(width);
        var features = rented.AsSpan(0, width);
        Pipeline.Transform(table, row, [asOf], features);
        float margin = Scorer.Margin(features);
        ArrayPool<float>.Shared.Return(rented);
        return Calibration.Apply(margin);
    }

    /// <summary>Calibrated answers for features of this version's own pipeline.</summary>
    public double[] Score(FeatureMatrix features)
    {
        float[] margins = new float[features.Rows];
        Scorer.Margins(features.Values, margins);
        return Answers(margins);
    }

    private double[] Answers(float[] margins) => Array.ConvertAll(margins, margin => Calibration.Apply(margin));
}
