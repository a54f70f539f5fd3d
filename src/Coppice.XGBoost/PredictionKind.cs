namespace Coppice.XGBoost;

/// <summary>What a prediction holds per row; the numbers are those of the C API.</summary>
public enum PredictionKind
{
    /// <summary>One number in the units of the target (a probability for <c>binary:logistic</c>).</summary>
    Value = 0,

    /// <summary>One number before the link function (log-odds for <c>binary:logistic</c>).</summary>
    Margin = 1,

    /// <summary>One TreeSHAP contribution per feature and the bias last; together they add up to the margin.</summary>
    Contributions = 2,

    /// <summary>One leaf node number per tree.</summary>
    Leaves = 6,
}
