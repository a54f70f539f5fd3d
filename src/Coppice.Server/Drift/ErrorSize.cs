using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Drift;

/// <summary>An answer's error on a scale from 0 to 1, which ADWIN asks for: log-loss, or the distance of the logarithms of amounts, up to 5.</summary>
internal static class ErrorSize
{
    /// <summary>What a size of 1 stands for.</summary>
    public const double Most = 5;

    public static double Of(PredictionKind predicts, double label, double score) => Math.Min(
        Most,
        predicts == PredictionKind.Probability ? Losses.Log(label, score) : Math.Abs(Math.Log(1 + Math.Max(0, label)) - Math.Log(1 + Math.Max(0, score)))) / Most;
}
