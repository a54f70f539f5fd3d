using Coppice.XGBoost;

namespace Coppice.Server.Learners;

/// <summary>
/// Moves the leaves of a boosted model by new rows while the old rows keep a say: every leaf's old statistics count as a prior that fades
/// (methods §3.4; Ke et al. 2017 for the precedent, LightGBM's refit). Structure and size stay. Gains of splits are stale afterwards.
/// </summary>
public static class DecayedLeafRefresh
{
    /// <summary>
    /// Returns the refreshed model in the format of <paramref name="model"/> (JSON or UBJSON), which must carry <see cref="LearningRates.Attribute"/>
    /// and must have been trained without <c>alpha</c> and <c>max_delta_step</c>.
    /// </summary>
    /// <param name="model">Trees of one target: binary:logistic, reg:squarederror or reg:tweedie.</param>
    /// <param name="rows">The new rows, with the model's columns.</param>
    /// <param name="retention">What remains of the old rows' weight: 0 forgets them where there are new rows, 1 keeps all of it.</param>
    /// <param name="leafPenalty">The <c>lambda</c> of training.</param>
    public static byte[] Refresh(ReadOnlyMemory<byte> model, RefreshRows rows, double retention, double leafPenalty)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(retention, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retention, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(leafPenalty);
        rows.RequireConsistent(nameof(rows));
        bool isUbjson = model.Length > 1 && model.Span[1] is >= (byte)'A' and <= (byte)'z';
        var refreshable = RefreshableModel.Parse(isUbjson ? Convert(model, ModelFormat.Json) : model);
        if (rows.Columns != refreshable.Features)
        {
            throw new ArgumentException($"Rows of {refreshable.Features} columns were expected, as the model has, but they have {rows.Columns}.", nameof(rows));
        }

        MoveLeaves(refreshable, rows, retention, leafPenalty);
        byte[] refreshed = refreshable.Save();
        return isUbjson ? Convert(refreshed, ModelFormat.Ubjson) : refreshed;
    }

    private static void MoveLeaves(RefreshableModel model, RefreshRows rows, double retention, double leafPenalty)
    {
        double[] margins = new double[rows.Rows];
        Array.Fill(margins, model.StartingMargin);
        double[] gradients = new double[rows.Rows];
        double[] hessians = new double[rows.Rows];
        int[] leaves = new int[rows.Rows];
        for (int first = 0; first < model.Trees.Length; first += model.TreesPerRound)
        {
            // All trees of a round answer to the margins before it.
            TakeGradients(model.Objective, rows, margins, gradients, hessians);
            double rate = model.Rates[first / model.TreesPerRound] / model.TreesPerRound;
            foreach (RefreshableTree tree in model.Trees.AsSpan(first, model.TreesPerRound))
            {
                tree.Route(rows.Values, rows.Columns, leaves);
                double[] values = MoveLeaves(tree, leaves, gradients, hessians, rate, retention, leafPenalty);
                for (int row = 0; row < leaves.Length; row++)
                {
                    margins[row] += values[leaves[row]];
                }
            }
        }
    }

    private static void TakeGradients(MarginLoss objective, RefreshRows rows, double[] margins, double[] gradients, double[] hessians)
    {
        for (int row = 0; row < margins.Length; row++)
        {
            double weight = rows.Weights is null ? 1 : rows.Weights[row];
            (double gradient, double hessian) = objective.At(margins[row], rows.Labels[row]);
            gradients[row] = weight * gradient;
            hessians[row] = weight * hessian;
        }
    }

    private static double[] MoveLeaves(
        RefreshableTree tree, int[] leaves, double[] gradients, double[] hessians, double rate, double retention, double leafPenalty)
    {
        double[] gradientSums = new double[tree.Nodes];
        double[] hessianSums = new double[tree.Nodes];
        for (int row = 0; row < leaves.Length; row++)
        {
            gradientSums[leaves[row]] += gradients[row];
            hessianSums[leaves[row]] += hessians[row];
        }

        double[] values = new double[tree.Nodes];
        for (int node = 0; node < values.Length; node++)
        {
            values[node] = tree.Conditions[node];
            if (tree.IsLeaf(node) && hessianSums[node] > 0)
            {
                double oldGradients = -values[node] * (tree.Covers[node] + leafPenalty) / rate;
                double cover = (retention * tree.Covers[node]) + hessianSums[node];
                double weight = -((retention * oldGradients) + gradientSums[node]) / (cover + leafPenalty);
                values[node] = rate * weight;
                tree.Conditions[node] = (float)values[node];
                tree.Covers[node] = (float)cover;
                tree.BaseWeights[node] = (float)weight;
            }
        }

        tree.RecomputeInnerCovers();
        return values;
    }

    private static byte[] Convert(ReadOnlyMemory<byte> model, ModelFormat format)
    {
        using Booster booster = Booster.Load(model.Span);
        return booster.Save(format);
    }
}
