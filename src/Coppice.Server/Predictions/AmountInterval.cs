namespace Coppice.Server.Predictions;

/// <summary>Where the truth of an answered amount is expected to lie, both ends included.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end; infinite where too few labels are known to name one.</param>
public readonly record struct AmountInterval(double Low, double High)
{
    /// <summary>The share of truths an interval is to hold.</summary>
    public const double Share = 0.9;

    /// <summary>The share it is to miss.</summary>
    public const double MissRate = 0.1;

    /// <summary>The upper end as it is said and stored: null where there is none.</summary>
    public double? Top => double.IsInfinity(High) ? null : High;

    public bool Contains(double amount) => amount >= Low && amount <= High;

    /// <summary>An interval as it was stored; null where none was said.</summary>
    public static AmountInterval? Of(double? low, double? high) => low is { } from ? new AmountInterval(from, high ?? double.PositiveInfinity) : null;
}
