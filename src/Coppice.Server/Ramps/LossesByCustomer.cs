using Coppice.Server.Ramps.Rules;
using Coppice.Server.Statistics.Experiments;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Ramps;

/// <summary>What the matured answers of one version cost, a customer at a time: customers are what is drawn, not answers.</summary>
internal sealed class LossesByCustomer
{
    private const int FewestCustomers = 100;
    private const int FewestPositives = 20;

    private readonly Dictionary<long, (double Sum, int Answers, bool IsPositive)> _customers = [];

    public void Add(long customer, double label, double loss)
    {
        var known = _customers.GetValueOrDefault(customer);
        _customers[customer] = (known.Sum + loss, known.Answers + 1, known.IsPositive || label > 0);
    }

    /// <summary>The second less the first; null while either has too few customers for the theory, which is about many.</summary>
    public static ConfidenceSequence? Compare(LossesByCustomer first, LossesByCustomer second, PredictionKind predicts)
    {
        if (!first.IsEnough(predicts) || !second.IsEnough(predicts))
            return null;
        var (one, other) = (first.Moments(), second.Moments());
        return ConfidenceSequence.OfMeans(other.Mean - one.Mean, one.Variance + other.Variance, one.Customers + other.Customers, SurelyWorseRule.Level, SurelyWorseRule.Planned);
    }

    private bool IsEnough(PredictionKind predicts) =>
        _customers.Count >= FewestCustomers && (predicts != PredictionKind.Probability || _customers.Values.Count(c => c.IsPositive) >= FewestPositives);

    private (double Mean, double Variance, long Customers) Moments()
    {
        double[] means = [.. _customers.Values.Select(c => c.Sum / c.Answers)];
        double mean = means.Average();
        return (mean, means.Sum(m => (m - mean) * (m - mean)) / (means.Length - 1) / means.Length, means.Length);
    }
}
