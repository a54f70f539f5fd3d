using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>
/// The boosted trees. How many are worth growing is found in strides: with steps a few times as large, and as many times fewer of them, which
/// end about where the small ones would.
/// </summary>
internal sealed class BoostedMember(TrainingData data, BoostedRecipe boosted, BoostedTrees trees, Dictionary<string, string> parameters) : IMember
{
    private int _rounds;

    public double[] Try(IReadOnlyList<ValidationSlice> parts)
    {
        double step = Math.Min(1, boosted.StepSize * boosted.Stride);
        double stride = step / boosted.StepSize;
        var large = new Dictionary<string, string>(parameters) { ["eta"] = TreeParameters.Text(step) };
        var searches = new List<RoundSearch>();
        try
        {
            foreach (var part in parts)
            {
                var fit = new StartedRows(data.Take(part.Fit), null);
                var unseen = new StartedRows(data.Take(part.Validation), null);
                searches.Add(trees.FindRounds(fit, unseen, large, (int)Math.Ceiling(boosted.Rounds / stride), (int)Math.Ceiling(boosted.Patience / stride)));
            }

            // One number for all parts: the best of each for itself would flatter the trees.
            int shortest = searches.Min(search => search.Losses.Count);
            int best = Enumerable.Range(1, shortest - 1).MinBy(round => searches.Select((search, i) => search.Losses[round] * parts[i].Validation.Length).Sum());
            _rounds = Math.Clamp((int)Math.Round(best * stride), 1, boosted.Rounds);
            return [.. searches.SelectMany(search => search.MarginsAfter(best))];
        }
        finally
        {
            searches.ForEach(search => search.Dispose());
        }
    }

    public ModelParts Join(ModelParts parts) =>
        parts with { Boosted = trees.Fit(new StartedRows(data, null), parameters, _rounds, earlier: null) };
}
