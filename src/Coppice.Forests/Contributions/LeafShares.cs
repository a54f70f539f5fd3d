namespace Coppice.Forests.Contributions;

/// <summary>
/// What a leaf adds to each feature on its way, for every combination of features that lead a row elsewhere. Over all sets T of the other
/// features: the leaf's value, times the chance of T to be known first, times the shares of covers that go the leaf's way at the features
/// that are unknown, and zero where a feature of T is known to lead elsewhere. Sorted by the size of T this is a polynomial, the product
/// of one factor per feature (Yang, "Fast TreeSHAP", arXiv 2109.09847, keeps such tables too).
/// </summary>
internal static class LeafShares
{
    /// <summary>More features on one way have too many combinations.</summary>
    public const int MostFeatures = 6;

    /// <summary>Chance that a set of t of the other features is known before this one: t! (m - 1 - t)! / m!, by m and t.</summary>
    private static readonly double[][] Chances =
    [
        .. Enumerable.Range(0, MostFeatures + 1).Select(m => Enumerable.Range(0, m).Select(t => Factorial(t) * Factorial(m - 1 - t) / Factorial(m)).ToArray()),
    ];

    /// <summary>Writes 2^m numbers for each of m features, at a distance of <paramref name="stride"/>; bit k of the place is set where feature k leads elsewhere.</summary>
    public static void Write(ReadOnlySpan<double> unknownShares, double value, int stride, Span<float> numbers)
    {
        int m = unknownShares.Length;
        Span<double> products = stackalloc double[(1 << MostFeatures) * MostFeatures];
        for (int k = 0; k < m; k++)
        {
            // One polynomial per combination of the features so far, bit j of the place set where feature j leads elsewhere.
            products.Clear();
            products[0] = 1;
            int factors = 0;
            for (int j = 0; j < m; j++)
            {
                if (j != k)
                    factors++;
                for (int place = (1 << j) - 1; place >= 0; place--)
                {
                    Span<double> onward = products.Slice(place * MostFeatures, MostFeatures);
                    Span<double> astray = products.Slice((place | (1 << j)) * MostFeatures, MostFeatures);
                    onward.CopyTo(astray);
                    if (j == k)
                        continue;
                    for (int t = factors; t >= 0 && t < MostFeatures; t--)
                    {
                        astray[t] *= unknownShares[j];
                        onward[t] = (onward[t] * unknownShares[j]) + (t > 0 ? onward[t - 1] : 0);
                    }
                }
            }

            for (int place = 0; place < 1 << m; place++)
            {
                double weight = 0;
                for (int t = 0; t < m; t++)
                    weight += products[(place * MostFeatures) + t] * Chances[m][t];
                double known = (place & (1 << k)) == 0 ? 1 : 0;
                numbers[(k * stride) + place] = (float)(weight * (known - unknownShares[k]) * value);
            }
        }
    }

    private static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
