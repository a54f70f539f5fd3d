using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>Lets members speak of rows they have not seen, and weighs what they say.</summary>
internal sealed class MemberVote
{
    private readonly Recipe _recipe;
    private readonly TrainingData _data;
    private readonly MarginLoss _loss;
    private readonly IReadOnlyList<ValidationSlice> _parts;
    private readonly double[]?[] _margins;

    private MemberVote(Recipe recipe, TrainingData data, MarginLoss loss, IMember?[] members)
    {
        (_recipe, _data, _loss) = (recipe, data, loss);
        _parts = ValidationSlice.Of(data, recipe.Validation);
        Unseen = data.Take([.. _parts.SelectMany(part => part.Validation)]);
        _margins = [.. members.Select(member => member is ForestMember ? null : member?.Try(_parts))];
        Weights = Weigh();
        if (members[^1] is ForestMember forest && Promises(forest))
        {
            _margins[^1] = forest.Try(_parts);
            Weights = Weigh();
        }
    }

    /// <summary>The rows, one part after the other.</summary>
    public TrainingData Unseen { get; }

    /// <summary>By member; 0 for one that is left out.</summary>
    public double[] Weights { get; }

    /// <summary>Counts the votes.</summary>
    /// <param name="recipe">Says which rows stay unseen, and how small a vote is not worth its member.</param>
    /// <param name="data">The rows of the run.</param>
    /// <param name="loss">What a margin costs.</param>
    /// <param name="members">Single inputs, boosted trees, forest; null for one that the recipe has not.</param>
    public static MemberVote Count(Recipe recipe, TrainingData data, MarginLoss loss, IMember?[] members) => new(recipe, data, loss, members);

    /// <summary>What the vote says of the unseen rows.</summary>
    public double[] Mean()
    {
        double[] mean = new double[Unseen.Rows];
        for (int i = 0; i < Weights.Length; i++)
        {
            for (int row = 0; Weights[i] > 0 && row < mean.Length; row++)
                mean[row] += Weights[i] * _margins[i]![row];
        }

        return mean;
    }

    /// <summary>
    /// A forest finds what inputs do together, so it is not asked where boosted trees have found next to nothing; and a part of it, on a part of
    /// the rows, says for little of what the whole costs whether it finds more (decision 0021).
    /// </summary>
    private bool Promises(ForestMember forest)
    {
        double half = _recipe.LeastVote / 2;
        double[][] others = [.. _margins.OfType<double[]>()];
        if (others.Length == 0 || (_recipe.Boosted is not null && Ballot.Count(others, Unseen, _loss, least: 0)[^1] < half))
            return others.Length == 0;
        var part = _parts[0];
        double[][] known = Array.ConvertAll(others, margins => margins[..part.Validation.Length]);
        return Ballot.Count([.. known, forest.Glance(part)], _data.Take(part.Validation), _loss, least: 0)[^1] >= half;
    }

    private double[] Weigh()
    {
        int[] present = [.. Enumerable.Range(0, _margins.Length).Where(i => _margins[i] is not null)];
        double[] counted = Ballot.Count([.. present.Select(i => _margins[i]!)], Unseen, _loss, _recipe.LeastVote);
        double[] weights = new double[_margins.Length];
        for (int i = 0; i < present.Length; i++)
            weights[present[i]] = counted[i];
        return weights;
    }
}
