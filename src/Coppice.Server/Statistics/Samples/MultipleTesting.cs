namespace Coppice.Server.Statistics.Samples;

/// <summary>Probabilities of many tests at once, raised so that the share of false findings (methods 4.4), or the chance of any, stays bounded.</summary>
public static class MultipleTesting
{
    /// <summary>Benjamini and Hochberg: valid for independent tests and for those that go together, as inputs do.</summary>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues) => StepUp(pValues, 1);

    /// <summary>Benjamini and Yekutieli: valid for any dependence, at several times the price.</summary>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> pValues)
    {
        double harmonic = 0;
        for (int i = 1; i <= pValues.Length; i++)
            harmonic += 1.0 / i;
        return StepUp(pValues, harmonic);
    }

    /// <summary>Holm: bounds the chance of any false finding, whatever goes together with what.</summary>
    public static double[] Holm(ReadOnlySpan<double> pValues)
    {
        int[] order = OrderStatistics.AscendingOrder(pValues);
        var adjusted = new double[order.Length];
        double most = 0;
        for (int i = 0; i < order.Length; i++)
        {
            most = Math.Max(most, Math.Min(1, (order.Length - i) * pValues[order[i]]));
            adjusted[order[i]] = most;
        }

        return adjusted;
    }

    private static double[] StepUp(ReadOnlySpan<double> pValues, double factor)
    {
        int[] order = OrderStatistics.AscendingOrder(pValues);
        var adjusted = new double[order.Length];
        double least = 1;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, factor * order.Length * pValues[order[i]] / (i + 1));
            adjusted[order[i]] = least;
        }

        return adjusted;
    }
}
