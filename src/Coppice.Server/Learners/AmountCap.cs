namespace Coppice.Server.Learners;

/// <summary>The largest thousandth of amounts counts no more than its smallest member where amounts are learnt (methods 7.4).</summary>
public static class AmountCap
{
    private const double Share = 0.999;
    private const float Least = 1e-3f;

    public static float Of(ReadOnlySpan<float> amounts)
    {
        float[] sorted = amounts.ToArray();
        Array.Sort(sorted);
        return Math.Max(sorted[(int)(Share * (sorted.Length - 1))], Least);
    }
}
