using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>Which AUC a version of some noise has in the simulated world, measured on many rows, and the noise of an AUC.</summary>
internal sealed class QualityCurve
{
    private const int Rows = 200_000;
    private const int Points = 13;
    private const double LeastNoise = 0.2;
    private const double MostNoise = 1.4;

    private readonly double[] _noises = [.. Enumerable.Range(0, Points).Select(i => LeastNoise + ((MostNoise - LeastNoise) * i / (Points - 1)))];
    private readonly double[] _areas;

    public QualityCurve()
    {
        var (labels, scores) = new SimulatedWorld(new SplitMix64(1)).Draw(Rows, _noises);
        var rows = new LabelledRows(labels, [.. Enumerable.Range(0, Rows).Select(i => (long)i)]);
        _areas = [.. scores.Select(s => AucPlacements.Of(rows, s)!.Auc)];
    }

    public double AreaOf(double noise)
    {
        double place = Math.Clamp((noise - LeastNoise) / (MostNoise - LeastNoise) * (Points - 1), 0, Points - 1);
        int low = Math.Min((int)place, Points - 2);
        return _areas[low] + ((place - low) * (_areas[low + 1] - _areas[low]));
    }

    /// <summary>The noise of an AUC; that of the curve's end beyond it.</summary>
    public double NoiseOf(double area)
    {
        int low = 0;
        while (low < Points - 2 && _areas[low + 1] > area)
            low++;
        double share = Math.Clamp((area - _areas[low]) / (_areas[low + 1] - _areas[low]), 0, 1);
        return _noises[low] + (share * (_noises[low + 1] - _noises[low]));
    }
}
