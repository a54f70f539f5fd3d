using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners.Additive;

/// <summary>The additive member on the rows of one run: their levels, how strongly those are pulled together, and fits on all or some of the rows.</summary>
internal sealed class AdditiveMember : IMember
{
    /// <summary>A millionth of the loss is far below what any judgement can see.</summary>
    private const double Tolerance = 1e-6;

    private readonly TrainingData _data;
    private readonly LevelTable _table;
    private readonly AdditiveFit _fit;
    private readonly double[]? _anchor;
    private readonly CancellationToken _cancellation;
    private readonly double[] _levels;
    private readonly double _strength;

    private AdditiveMember(LevelTable table, TrainingData data, MarginLoss loss, double strength, double[]? anchor, CancellationToken cancellation)
    {
        (_data, _table, _strength, _anchor, _cancellation) = (data, table, strength, anchor, cancellation);
        _fit = new AdditiveFit(table, data.Labels, loss, Tolerance);
        _levels = anchor is null ? new double[table.Size] : [.. anchor];
        if (anchor is null)
            _levels[0] = loss.MarginOf(MarginLoss.Score(data.Predicts, data.Prior()));
    }

    /// <summary>From nothing: levels and strength are chosen from the rows.</summary>
    public static AdditiveMember New(TrainingData data, AdditiveRecipe recipe, MarginLoss loss, CancellationToken cancellation)
    {
        var cuts = LevelCuts.Of(data.Features, recipe);
        double strength = AdditiveStrength.Choose(data, cuts, loss, recipe.Folds, cancellation);
        return new AdditiveMember(new LevelTable(data.Features, cuts), data, loss, strength, anchor: null, cancellation);
    }

    /// <summary>On top of an earlier fit: its levels and strength stay, and where the rows say little, so do its values.</summary>
    public static AdditiveMember Updating(AdditiveModel parent, TrainingData data, MarginLoss loss, CancellationToken cancellation)
    {
        var table = new LevelTable(data.Features, parent.Cuts);
        return new AdditiveMember(table, data, loss, parent.Strength, parent.ToLevels(table), cancellation);
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
    public AdditiveModel Fit(int[] rows)
    {
        float[] weights = new float[_data.Rows];
        foreach (int row in rows)
            weights[row] = _data.Weights[row];
        _fit.Fit(_levels, weights, _strength, _anchor, _cancellation);
        return AdditiveModel.Of(_strength, _table, _levels, _fit.Curvatures);
    }
}
