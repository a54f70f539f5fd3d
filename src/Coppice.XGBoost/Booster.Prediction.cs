using Coppice.XGBoost.Native;

namespace Coppice.XGBoost;

/// <content>Prediction.</content>
public sealed partial class Booster
{
    /// <summary>
    /// The predictions of all rounds, row after row: one number per row for values and margins, features + 1 for contributions, one per tree for leaves.
    /// </summary>
    public float[] Predict(TrainingMatrix matrix, PredictionKind kind) => PredictRounds(matrix, kind, begin: 0, end: 0);

    /// <summary>The same from the trees of the given rounds only. Contributions and leaves can only be asked for from round 0 on.</summary>
    public float[] Predict(TrainingMatrix matrix, PredictionKind kind, Range rounds)
    {
        (int begin, int count) = rounds.GetOffsetAndLength(Rounds);
        // Natively an end of 0 means all rounds, so an empty range would answer with the whole model.
        ArgumentOutOfRangeException.ThrowIfZero(count, nameof(rounds));
        return PredictRounds(matrix, kind, begin, begin + count);
    }

    private unsafe float[] PredictRounds(TrainingMatrix matrix, PredictionKind kind, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        RequireSameFeatures(matrix);
        string configuration =
            $$"""{"type":{{(int)kind}},"training":false,"iteration_begin":{{begin}},"iteration_end":{{end}},"strict_shape":true}""";
        NativeCall.Check(NativeMethods.XGBoosterPredictFromDMatrix(_handle, matrix.Handle, configuration, out nint shape, out ulong dimensions, out nint result));
        ulong length = 1;
        foreach (ulong size in new ReadOnlySpan<ulong>((void*)shape, (int)dimensions))
        {
            length *= size;
        }

        return new ReadOnlySpan<float>((void*)result, checked((int)length)).ToArray();
    }
}
