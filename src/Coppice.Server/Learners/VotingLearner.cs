using Coppice.Server.Learners.Additive;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>Fits the members of a recipe, weighs their votes on rows they have not seen, and puts them together into one forest (decision 0017).</summary>
public sealed class VotingLearner(Recipe recipe) : ILearner
{
    public FittedModel FitFull(TrainingData data, FitContext context)
    {
        data = AmountCap.Apply(data);
        context.Report("fit", 0, "");
        var loss = MarginLoss.For(data.Predicts, recipe.TweediePower);
        var trees = new BoostedTrees(recipe, data.Predicts, context);
        var library = new TreeParameters(recipe, data.Predicts, data.Prior(), data.Features.Width);
        var parameters = recipe.Boosted is { } growing ? library.Of(growing, context.Seed) : [];
        IMember?[] members =
        [
            recipe.Additive is { } additive ? AdditiveMember.New(data, additive, loss, context.Cancellation) : null,
            recipe.Boosted is { } boosted ? new BoostedMember(data, boosted, trees, parameters) : null,
            recipe.Forest is { } forest ? new ForestMember(data, new ForestShards(forest, library, context)) : null,
        ];

        var vote = MemberVote.Count(recipe, data, loss, members);
        var joined = new ModelParts(new VoteWeights(vote.Weights[0], vote.Weights[1], vote.Weights[2]));
        for (int i = 0; i < members.Length; i++)
        {
            if (vote.Weights[i] > 0)
                joined = members[i]!.Join(joined);
        }

        context.Report("calibrate", 1, "");
        var told = joined.Forest.Count == 0 ? parameters : library.Told(parameters, recipe.Forest!, context.Seed);
        return Finish(data, joined, disposable: null, CalibrationFit.Of(vote.Unseen, vote.Mean()), data.Rows, told);
    }

    public FittedModel FitIncremental(TrainingData data, FittedModel parent, IncrementalUpdate update, FitContext context)
    {
        data = AmountCap.Apply(data);
        var members = new MemberUpdate(recipe, data, parent, update, context);
        // The calibration must not come from rows the members have seen: the update is made once without the newest rows, to
        // calibrate on them, and once with them, to answer. Where the parent has seen most of those, its own calibration stays.
        var slice = ValidationSlice.Of(data, recipe.Validation.Share);
        bool isUnseen = 2 * slice.Validation.Intersect(update.NewRows).Count() >= slice.Validation.Length;
        var calibration = isUnseen ? CalibrationFit.Of(data.Take(slice.Validation), members.Try(slice)) : parent.Calibration;
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
}
