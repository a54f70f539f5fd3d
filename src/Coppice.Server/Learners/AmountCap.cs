using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>The largest thousandth of amounts counts no more than its smallest member where amounts are learnt (methods 7.4).</summary>
public static class AmountCap
{
    private const double Share = 0.999;
    private const float Least = 1e-3f;

    /// <summary>Amounts are learnt from zero up to the cap; probabilities stay as they are.</summary>
    public static TrainingData Apply(TrainingData data)
    {
        if (data.Predicts == PredictionKind.Probability)
            return data;
        float cap = Of(data.Labels);
        return data with { Labels = [.. data.Labels.Select(y => Math.Clamp(y, 0, cap))] };
    }

    public static float Of(ReadOnlySpan<float> amounts)
    {
        float[] sorted = amounts.ToArray();
        Array.Sort(sorted);
        return Math.Max(sorted[(int)(Share * (sorted.Length - 1))], Least);
    }
}
