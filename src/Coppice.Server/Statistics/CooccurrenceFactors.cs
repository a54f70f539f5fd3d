using MathNet.Numerics.LinearAlgebra;

namespace Coppice.Server.Statistics;

/// <summary>
/// Places things that are met together near each other: the positive pointwise mutual information of their meetings, factorised
/// (Levy and Goldberg 2014). The same counts give the same places.
/// </summary>
public static class CooccurrenceFactors
{
    /// <summary>Coordinates by thing and factor, the factor that explains most first; fewer factors where the counts have fewer.</summary>
    /// <param name="together">In how many groups two things are met together, symmetric; the diagonal is not looked at.</param>
    /// <param name="alone">In how many groups each thing is met.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="most">Most factors.</param>
    public static double[][] Of(int[,] together, int[] alone, int groups, int most)
    {
        int things = alone.Length;
        var information = Matrix<double>.Build.Dense(things, things, (i, j) => i == j || together[i, j] == 0
            ? 0
            : Math.Max(0, Math.Log((double)together[i, j] * groups / ((double)alone[i] * alone[j]))));
        var factors = information.Evd(Symmetricity.Symmetric);
        int[] order = [.. Enumerable.Range(0, things)
            .Where(f => factors.EigenValues[f].Real > 1e-9)
            .OrderByDescending(f => factors.EigenValues[f].Real)
            .Take(most)];
        double[][] places = [.. Enumerable.Range(0, things).Select(_ => new double[order.Length])];
        for (int factor = 0; factor < order.Length; factor++)
        {
            var vector = factors.EigenVectors.Column(order[factor]);
            // A factor's sign is anybody's choice: its largest coordinate is positive.
            double scale = Math.Sqrt(factors.EigenValues[order[factor]].Real) * Math.Sign(vector[vector.AbsoluteMaximumIndex()]);
            for (int thing = 0; thing < things; thing++)
                places[thing][factor] = scale * vector[thing];
        }

        return places;
    }
}
