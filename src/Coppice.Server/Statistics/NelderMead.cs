namespace Coppice.Server.Statistics;

/// <summary>The lowest point of a smooth function of a few variables, found without derivatives (Nelder and Mead 1965).</summary>
internal static class NelderMead
{
    private const double Expansion = 2;

    private const double Contraction = 0.5;

    /// <summary>Stops where no corner is further than the tolerance from the best one, or when the evaluations are used up: the best corner is the answer either way.</summary>
    /// <param name="function">Infinite where it is not defined.</param>
    /// <param name="start">The first corner.</param>
    /// <param name="step">How far the other corners are from it.</param>
    /// <param name="tolerance">In the unit of the variables.</param>
    /// <param name="mostEvaluations">A shrinking simplex may use a few more.</param>
    public static double[] Minimise(Func<double[], double> function, double[] start, double step, double tolerance, int mostEvaluations)
    {
        int size = start.Length;
        var corners = new (double[] Point, double Value)[size + 1];
        for (int i = 0; i <= size; i++)
        {
            double[] point = [.. start];
            if (i > 0)
                point[i - 1] += step;
            corners[i] = (point, function(point));
        }

        for (int used = size + 1; used < mostEvaluations;)
        {
            Array.Sort(corners, static (a, b) => a.Value.CompareTo(b.Value));
            if (Spread(corners) <= tolerance)
                break;
            double[] centre = Centre(corners);
            var worst = corners[size];
            var reflected = Along(centre, worst.Point, -1);
            used++;
            if (reflected.Value < corners[0].Value)
            {
                var further = Along(centre, worst.Point, -Expansion);
                used++;
                corners[size] = further.Value < reflected.Value ? further : reflected;
                continue;
            }

            if (reflected.Value < corners[size - 1].Value)
            {
                corners[size] = reflected;
                continue;
            }

            var nearer = Along(centre, worst.Point, reflected.Value < worst.Value ? -Contraction : Contraction);
            used++;
            if (nearer.Value < Math.Min(reflected.Value, worst.Value))
            {
                corners[size] = nearer;
                continue;
            }

            for (int i = 1; i <= size; i++)
                corners[i] = Along(corners[0].Point, corners[i].Point, Contraction);
            used += size;
        }

        return corners.MinBy(c => c.Value).Point;

        (double[] Point, double Value) Along(double[] from, double[] to, double share)
        {
            double[] point = new double[size];
            for (int i = 0; i < size; i++)
                point[i] = from[i] + (share * (to[i] - from[i]));
            return (point, function(point));
        }
    }

    /// <summary>Of all corners but the worst, which is last.</summary>
    private static double[] Centre((double[] Point, double Value)[] corners)
    {
        double[] centre = new double[corners.Length - 1];
        for (int i = 0; i < corners.Length - 1; i++)
        {
            for (int d = 0; d < centre.Length; d++)
                centre[d] += corners[i].Point[d] / centre.Length;
        }

        return centre;
    }

    private static double Spread((double[] Point, double Value)[] corners)
    {
        double widest = 0;
        foreach (var (point, _) in corners)
        {
            for (int d = 0; d < point.Length; d++)
                widest = Math.Max(widest, Math.Abs(point[d] - corners[0].Point[d]));
        }

        return widest;
    }
}
