using Coppice.XGBoost;

namespace Coppice.Server.Learners;

/// <summary>Rows to boost on, with the margin that another member gives each of them before the first tree.</summary>
/// <param name="Data">The rows.</param>
/// <param name="Starts">One margin per row; null where all start at the prior.</param>
internal sealed record StartedRows(TrainingData Data, double[]? Starts)
{
    public StartedRows Take(int[] rows) => new(Data.Take(rows), Starts is null ? null : Array.ConvertAll(rows, row => Starts[row]));

    /// <summary>The margins before the first tree; <paramref name="prior"/> where there are none.</summary>
    public float[] Margins(float prior) =>
        Starts is null ? [.. Enumerable.Repeat(prior, Data.Rows)] : Array.ConvertAll(Starts, start => (float)start);

    public TrainingMatrix Matrix()
    {
        var matrix = BoostedTrees.Matrix(Data);
        if (Starts is not null)
            matrix.SetBaseMargins(Margins(0));
        return matrix;
    }
}
