namespace Coppice.Server.Learners.Additive;

/// <summary>
/// Moves the levels of an additive model by what new rows say. Old rows count as the evidence they have left at each level, as the leaves of
/// trees keep it too: to fit them once more would let the model forget, with every update, that it had been pulled together (decision 0022).
/// </summary>
internal static class AdditiveUpdate
{
    /// <summary>The model after the new rows.</summary>
    /// <param name="parent">The model before.</param>
    /// <param name="news">Rows it has not seen.</param>
    /// <param name="loss">What is made small.</param>
    /// <param name="kept">The share of the evidence that old rows still count for.</param>
    /// <param name="cancellation">Looked at before every step.</param>
    public static AdditiveModel Of(AdditiveModel parent, TrainingData news, MarginLoss loss, double kept, CancellationToken cancellation)
    {
        if (news.Rows == 0)
            return parent;
        var table = new LevelTable(news.Features, parent.Cuts);
        var fit = new AdditiveFit(table, news.Labels, loss, AdditiveMember.Tolerance);
        var prior = parent.ToPrior(table, kept);
        double[] levels = [.. prior.Levels];
        fit.Fit(levels, news.Weights, parent.Strength, prior, cancellation);
        return AdditiveModel.Of(parent.Strength, table, levels, fit.Curvatures);
    }
}
