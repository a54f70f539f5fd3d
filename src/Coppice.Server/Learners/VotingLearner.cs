using Coppice.Server.Learners.Additive;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>Fits the members of a recipe, weighs their votes on rows they have not seen, and puts them together into one forest (decision 0017).</summary>
public sealed class VotingLearner(Recipe recipe) : ILearner
{
    public FittedModel FitFull(TrainingData data, FitContext context)
    {
        data = Capped(data);
        context.Report("fit", 0, "");
        var loss = MarginLoss.For(data.Predicts, recipe.TweediePower);
        var trees = new BoostedTrees(recipe, data.Predicts, context);
        var library = new TreeParameters(recipe, data.Predicts, data.Prior(), data.Features.Width);
        var parameters = recipe.Boosted is { } growing ? library.Of(growing, context.Seed) : [];
        var grove = recipe.Forest is { } forest ? new ForestMember(data, new ForestShards(forest, library, context)) : null;
        IMember?[] members =
        [
            recipe.Additive is { } additive ? AdditiveMember.New(data, additive, loss, context.Cancellation) : null,
            recipe.Boosted is { } boosted ? new BoostedMember(data, boosted, trees, parameters) : null,
            grove,
        ];

        var parts = ValidationSlice.Of(data, recipe.Validation);
        var unseen = data.Take([.. parts.SelectMany(part => part.Validation)]);
        double[]?[] margins = [members[0]?.Try(parts), members[1]?.Try(parts), null];
        if (grove is not null && Promises(grove, parts[0], margins, data, loss))
            margins[2] = grove.Try(parts);
        double[] weights = Weigh(margins, unseen, loss);
        var joined = new ModelParts(new VoteWeights(weights[0], weights[1], weights[2]));
        for (int i = 0; i < members.Length; i++)
        {
            if (weights[i] > 0)
                joined = members[i]!.Join(joined);
        }

        context.Report("calibrate", 1, "");
        return Finish(data, joined, disposable: null, Calibrate(unseen, Mean(margins, weights, unseen.Rows)), data.Rows, parameters);
    }

    public FittedModel FitIncremental(TrainingData data, FittedModel parent, IncrementalUpdate update, FitContext context)
    {
        data = Capped(data);
        var members = new MemberUpdate(recipe, data, parent, update, context);
        // The calibration must not come from rows the members have seen: the update is made once without the newest rows, to
        // calibrate on them, and once with them, to answer. Where the parent has seen most of those, its own calibration stays.
        var slice = ValidationSlice.Of(data, recipe.Validation.Share);
        bool isUnseen = 2 * slice.Validation.Intersect(update.NewRows).Count() >= slice.Validation.Length;
        var calibration = isUnseen ? Calibrate(data.Take(slice.Validation), members.Try(slice)) : parent.Calibration;
        var (parts, disposable) = members.Finish();
        context.Report("calibrate", 1, "");
        return Finish(data, parts, disposable, calibration, parent.StructuralRows, parent.Parameters);
    }

    private FittedModel Finish(
        TrainingData data,
        ModelParts parts,
        byte[]? disposable,
        Calibration calibration,
        long structuralRows,
        IReadOnlyDictionary<string, string> parameters)
    {
        var (model, trees) = MergedModel.Of(parts, disposable, data, data.Prior(), recipe.TweediePower);
        return new FittedModel(model, parts.Save(), calibration, data.Prior(), trees, structuralRows, parameters, recipe);
    }

    /// <summary>
    /// A forest is seldom worth a vote beside the others where rows are many (decision 0021). A third of it, on one part of the rows, says so for
    /// a small share of what the whole costs.
    /// </summary>
    private bool Promises(ForestMember forest, ValidationSlice part, double[]?[] others, TrainingData data, MarginLoss loss)
    {
        double[][] known = [.. others.OfType<double[]>().Select(margins => margins[..part.Validation.Length])];
        return known.Length == 0 || Ballot.Count([.. known, forest.Glance(part)], data.Take(part.Validation), loss, least: 0)[^1] >= recipe.LeastVote / 2;
    }

    private double[] Weigh(double[]?[] margins, TrainingData unseen, MarginLoss loss)
    {
        int[] present = [.. Enumerable.Range(0, margins.Length).Where(i => margins[i] is not null)];
        double[] counted = Ballot.Count([.. present.Select(i => margins[i]!)], unseen, loss, recipe.LeastVote);
        double[] weights = new double[margins.Length];
        for (int i = 0; i < present.Length; i++)
            weights[present[i]] = counted[i];
        return weights;
    }

    private static double[] Mean(double[]?[] margins, double[] weights, int rows)
    {
        double[] mean = new double[rows];
        for (int i = 0; i < weights.Length; i++)
        {
            for (int row = 0; weights[i] > 0 && row < rows; row++)
                mean[row] += weights[i] * margins[i]![row];
        }

        return mean;
    }

    private static Calibration Calibrate(TrainingData validation, double[] margins)
    {
        double[] labels = Array.ConvertAll(validation.Labels, y => (double)y);
        return validation.Predicts == PredictionKind.Probability
            ? CalibrationFit.OfProbabilities(margins, labels)
            : CalibrationFit.OfAmounts(margins, labels);
    }

    /// <summary>Amounts are learnt from zero up, and the largest thousandth counts no more than its smallest member (methods 7.4).</summary>
    private static TrainingData Capped(TrainingData data)
    {
        if (data.Predicts == PredictionKind.Probability)
            return data;
        float cap = AmountCap.Of(data.Labels);
        return data with { Labels = [.. data.Labels.Select(y => Math.Clamp(y, 0, cap))] };
    }
}
