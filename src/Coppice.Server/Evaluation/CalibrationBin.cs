namespace Coppice.Server.Evaluation;

/// <summary>Rows of neighbouring scores: what was predicted on average, what came true on average.</summary>
public sealed record CalibrationBin(int Rows, double MeanPrediction, double MeanLabel)
{
    public double Gap => Math.Abs(MeanPrediction - MeanLabel);

    /// <summary>What was predicted in total over what came true in total; null when nothing came true.</summary>
    public double? Ratio => MeanLabel == 0 ? null : MeanPrediction / MeanLabel;
}
