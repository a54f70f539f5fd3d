using Coppice.Server.Labels;
using Coppice.Server.Learners;

namespace Coppice.Server.Tuning;

/// <summary>The rows of a search and how they are divided.</summary>
/// <param name="Folds">Each fits on some rows and measures on others.</param>
/// <param name="Customers">Whose the measured rows of each fold are.</param>
/// <param name="Rows">How many there are.</param>
internal sealed record SearchRows(IReadOnlyList<TuningFold> Folds, IReadOnlyList<long[]> Customers, int Rows)
{
    /// <summary>Fewer real labels than this cannot tell recipes apart.</summary>
    public const int Fewest = 300;

    /// <summary>Fewer of either kind than this cannot either.</summary>
    public const int FewestOfAKind = 50;

    /// <summary>How the folds were made: by <c>time</c> or by <c>customer</c>.</summary>
    public required string Order { get; init; }

    public static SearchRows Of(TrainingData data, IReadOnlyList<Label> labels)
    {
        var (order, folds) = TuningFolds.Of(data, [.. labels.Select(l => l.Source != LabelSource.Synthetic)]);
        return new SearchRows(folds, [.. folds.Select(fold => fold.Measured.Select(row => data.CustomerIds[row]).ToArray())], data.Rows) { Order = order };
    }

    /// <summary>Rows that a rung measures on.</summary>
    public long Measured(Rung rung) => Folds.Take(rung.Folds).SelectMany(fold => fold.Measured).Distinct().Count();

    /// <summary>Asks for enough real labels of every kind.</summary>
    /// <exception cref="TuningException">There are too few to tell recipes apart.</exception>
    public static void RequireEnough(string model, IReadOnlyList<Label> labels)
    {
        var real = labels.Where(l => l.Source != LabelSource.Synthetic).ToList();
        int positives = real.Count(l => l.Value > 0);
        if (real.Count < Fewest || Math.Min(positives, real.Count - positives) < FewestOfAKind && real.All(l => l.Value is 0 or 1) || positives < FewestOfAKind)
        {
            throw new TuningException(
                TuningCodes.TooFewLabels,
                $"{model} has {real.Count:N0} labels to learn from, {positives:N0} of them positive; telling recipes apart needs {Fewest} with {FewestOfAKind} of each kind. Fewer would choose by chance; the recipe stays.");
        }
    }
}
