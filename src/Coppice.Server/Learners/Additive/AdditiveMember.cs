using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners.Additive;

/// <summary>The additive member of a full retrain: the levels of its rows, how strongly those are pulled together, and fits on all or some of the rows.</summary>
internal sealed class AdditiveMember : IMember
{
    /// <summary>A millionth of the loss is far below what any judgement can see.</summary>
    public const double Tolerance = 1e-6;

    private readonly TrainingData _data;
    private readonly LevelTable _table;
    private readonly AdditiveFit _fit;
    private readonly CancellationToken _cancellation;
    private readonly double[] _levels;
    private readonly double _strength;

    private AdditiveMember(LevelTable table, TrainingData data, MarginLoss loss, double strength, CancellationToken cancellation)
    {
        (_data, _table, _strength, _cancellation) = (data, table, strength, cancellation);
        _fit = new AdditiveFit(table, data.Labels, loss, Tolerance);
        _levels = new double[table.Size];
        _levels[0] = loss.MarginOf(MarginLoss.Score(data.Predicts, data.Prior()));
    }

    /// <summary>Levels and strength are chosen from the rows.</summary>
    public static AdditiveMember New(TrainingData data, AdditiveRecipe recipe, MarginLoss loss, CancellationToken cancellation)
    {
        var cuts = LevelCuts.Of(data.Features, recipe);
        double strength = AdditiveStrength.Choose(data, cuts, loss, recipe.Folds, cancellation);
        return new AdditiveMember(new LevelTable(data.Features, cuts), data, loss, strength, cancellation);
    }

    public double[] Try(IReadOnlyList<ValidationSlice> parts)
    {
        var margins = new List<double>();
        foreach (var part in parts)
        {
            _ = Fit(part.Fit);
            margins.AddRange(part.Validation.Select(row => _fit.Margins[row]));
        }

        return [.. margins];
    }

    public ModelParts Join(ModelParts parts) => parts with { Additive = Fit([.. Enumerable.Range(0, _data.Rows)]) };

    /// <summary>Fits on some of the rows, from where the last fit ended.</summary>
    private AdditiveModel Fit(int[] rows)
    {
        float[] weights = new float[_data.Rows];
        foreach (int row in rows)
            weights[row] = _data.Weights[row];
        _fit.Fit(_levels, weights, _strength, prior: null, _cancellation);
        return AdditiveModel.Of(_strength, _table, _levels, _fit.Curvatures);
    }
}
