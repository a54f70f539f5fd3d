namespace Coppice.Forests;

/// <summary>What one feature does in a whole forest; XGBoost calls the three <c>weight</c>, <c>total_gain</c> and <c>total_cover</c>.</summary>
/// <param name="SplitCount">Number of splits on the feature.</param>
/// <param name="Gain">Sum over those splits of the loss reduction.</param>
/// <param name="Cover">Sum over those splits of the hessian of the rows that built them.</param>
public readonly record struct FeatureImportance(int SplitCount, double Gain, double Cover);
