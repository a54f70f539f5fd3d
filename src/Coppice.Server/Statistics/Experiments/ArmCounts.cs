namespace Coppice.Server.Statistics.Experiments;

/// <summary>What one arm of an experiment has shown: customers whose window has closed, and how many of them converted.</summary>
/// <param name="Conversions">0..<paramref name="Customers"/>.</param>
/// <param name="Customers">At least two for a spread.</param>
public readonly record struct ArmCounts(long Conversions, long Customers)
{
    public double Rate => (double)Conversions / Customers;

    /// <summary>The unbiased variance of one customer.</summary>
    public double Variance => Rate * (1 - Rate) * Customers / (Customers - 1);
}
