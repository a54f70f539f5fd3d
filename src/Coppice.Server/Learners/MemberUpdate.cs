using Coppice.Forests;
using Coppice.Server.Learners.Additive;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>
/// Brings the members of an earlier fit up to date, each in its own way, and boosts a few trees on what their vote leaves over. Their shares of
/// the vote stay as they are until the next full retrain.
/// </summary>
internal sealed class MemberUpdate
{
    private readonly Recipe _recipe;
    private readonly TrainingData _data;
    private readonly FittedModel _parent;
    private readonly IncrementalUpdate _update;
    private readonly FitContext _context;
    private readonly ModelParts _parts;
    private readonly TreeParameters _parameters;
    private readonly BoostedTrees _trees;

    public MemberUpdate(Recipe recipe, TrainingData data, FittedModel parent, IncrementalUpdate update, FitContext context)
    {
        (_recipe, _data, _parent, _update, _context) = (recipe, data, parent, update, context);
        _parts = ModelParts.Load(parent.Core);
        _parameters = new TreeParameters(recipe, data.Predicts, parent.Prior, data.Features.Width);
        _trees = new BoostedTrees(recipe, data.Predicts, context);
    }

    private bool Grows => _update.Method == IncrementalMethod.Grow && _recipe.Boosted is not null;

    /// <summary>Updates without the validation rows; gives their margins.</summary>
    public double[] Try(ValidationSlice slice)
    {
        var isNew = _update.NewRows.ToHashSet();
        int[] news = [.. slice.Fit.Where(isNew.Contains)];
        var parts = Grows ? Grow(news) : Renew(slice.Fit, news);
        var rows = new StartedRows(_data, Starts(parts));
        var unseen = rows.Take(slice.Validation);
        if (Grows || _update.Trees == 0 || _recipe.Boosted is not { } boosted)
            return unseen.Starts!;
        // All of them: the number that is best on one slice is not the best on what comes next (log-loss .582 against .576 on ELEC2).
        using var search = _trees.FindRounds(rows.Take(slice.Fit), unseen, Parameters(boosted), _update.Trees, _update.Trees);
        return search.MarginsAfter(_update.Trees);
    }

    /// <summary>Updates with all rows and grows the trees on top that the next update throws away.</summary>
    public (ModelParts Parts, byte[]? Disposable) Finish()
    {
        if (Grows)
            return (Grow(_update.NewRows), null);
        _context.Report("refresh", 0, "");
        var parts = Renew([.. Enumerable.Range(0, _data.Rows)], _update.NewRows);
        return (parts, _recipe.Boosted is { } boosted && _update.Trees > 0 ? _trees.Fit(new StartedRows(_data, Starts(parts)), Parameters(boosted), _update.Trees, earlier: null) : null);
    }

    private ModelParts Renew(int[] rows, int[] news) => _parts with
    {
        Additive = _parts.Additive is { } additive
            ? AdditiveUpdate.Of(additive, _data.Take(news), MarginLoss.For(_data.Predicts, _recipe.TweediePower), Kept(news.Length), _context.Cancellation)
            : null,
        Boosted = MoveLeaves(_parts.Boosted, _recipe.Boosted?.Shrinkage ?? 0, _data.Take(news)),
        Forest = RenewForest(rows, news),
    };

    private ModelParts Grow(int[] news)
    {
        if (news.Length == 0)
            return _parts;
        var rows = new StartedRows(_data, MergedModel.Vote(_parts, _data.Features)).Take(news);
        var parameters = Parameters(_recipe.Boosted!);
        parameters["eta"] = TreeParameters.Text(_recipe.Boosted!.StepSize);
        return _parts with { Grown = _trees.Fit(rows, parameters, _update.Trees, _parts.Grown) };
    }

    /// <summary>What the members and the trees grown for good say.</summary>
    private double[] Starts(ModelParts parts)
    {
        double[] margins = MergedModel.Vote(parts, _data.Features);
        if (parts.Grown is not { } grown)
            return margins;
        float start = Forest.Read(grown).BaseMargin;
        double[] added = MergedModel.Margins(grown, _data.Features);
        return [.. margins.Zip(added, (margin, more) => margin + more - start)];
    }

    private Dictionary<string, string> Parameters(BoostedRecipe boosted)
    {
        var parameters = _parameters.Of(boosted, _context.Seed);
        parameters["eta"] = TreeParameters.Text(boosted.UpdateStepSize);
        return parameters;
    }

    private IReadOnlyList<byte[]> RenewForest(int[] rows, int[] news)
    {
        if (news.Length == 0 || _parts.Forest.Count == 0)
            return _parts.Forest;
        var forest = new ForestShards(_recipe.Forest!, _parameters, _context);
        var fresh = _data.Take(news);
        byte[][] moved = [.. _parts.Forest.Select((shard, i) => i == 0 ? shard : MoveLeaves(shard, _recipe.Forest!.Shrinkage, fresh)!)];
        return forest.Renew(moved, _data.Take(ShardRows.Choose(_data, rows, news, _context.Seed)));
    }

    /// <summary>Moves the leaves of trees by what the new rows say (methods 3.3, 3.4).</summary>
    private byte[]? MoveLeaves(byte[]? trees, double shrinkage, TrainingData news)
    {
        if (news.Rows == 0 || trees is null)
            return trees;
        var rows = new RefreshRows(news.Features.Values, news.Rows, news.Features.Width, news.Labels) { Weights = news.Weights };
        return DecayedLeafRefresh.Refresh(trees, rows, Kept(news.Rows), shrinkage);
    }

    /// <summary>The share of what old rows have said that still counts after so many new ones (methods 3.3).</summary>
    private double Kept(int news) => Math.Pow(2, -news * _update.Fading / Math.Clamp(0.5 * _parent.StructuralRows, 2_000, 50_000));
}
