using Coppice.Forests;
using Coppice.Server.Features;

namespace Coppice.Server.Learners.Additive;

/// <summary>An additive model as a version keeps it.</summary>
/// <param name="Strength">How strongly neighbouring levels were pulled together.</param>
/// <param name="Intercept">The margin of a row that is at the mean of every feature.</param>
/// <param name="Cuts">The levels.</param>
/// <param name="Values">What each level adds, by cut; their mean by evidence is 0.</param>
/// <param name="Covers">The evidence of each level: the sum of the loss's curvature over its rows.</param>
public sealed record AdditiveModel(double Strength, double Intercept, LevelCut[] Cuts, double[][] Values, double[][] Covers)
{
    /// <summary>A tree has to say how much evidence a leaf has, and none is not a number that contributions can be computed with.</summary>
    private const double LeastCover = 1e-3;

    /// <summary>The model that a fit has come to.</summary>
    /// <param name="strength">Of the pull.</param>
    /// <param name="table">The levels.</param>
    /// <param name="levels">Intercept and values, usual levels at 0.</param>
    /// <param name="curvatures">Evidence in the same order.</param>
    internal static AdditiveModel Of(double strength, LevelTable table, ReadOnlySpan<double> levels, ReadOnlySpan<double> curvatures)
    {
        double intercept = levels[0];
        double[][] values = new double[table.Cuts.Length][];
        double[][] covers = new double[table.Cuts.Length][];
        for (int cut = 0; cut < values.Length; cut++)
        {
            int count = table.Cuts[cut].Count;
            values[cut] = levels.Slice(table.First[cut], count).ToArray();
            covers[cut] = curvatures.Slice(table.First[cut], count).ToArray();
            covers[cut][table.Cuts[cut].Usual] = curvatures[0] - covers[cut].Sum();
            for (int level = 0; level < count; level++)
                covers[cut][level] = Math.Max(covers[cut][level], LeastCover);
            double mean = values[cut].Zip(covers[cut], (value, cover) => value * cover).Sum() / covers[cut].Sum();
            values[cut] = Array.ConvertAll(values[cut], value => value - mean);
            intercept += mean;
        }

        return new AdditiveModel(strength, intercept, table.Cuts, values, covers);
    }

    /// <summary>The margin of every row.</summary>
    public double[] Margins(FeatureMatrix features)
    {
        double[] margins = new double[features.Rows];
        for (int row = 0; row < margins.Length; row++)
        {
            var inputs = features.Row(row);
            double margin = Intercept;
            for (int cut = 0; cut < Cuts.Length; cut++)
                margin += Values[cut][Cuts[cut].LevelOf(inputs[Cuts[cut].Feature])];
            margins[row] = margin;
        }

        return margins;
    }

    /// <summary>Adds a tree for each feature that does anything; the intercept is left to the caller.</summary>
    public void AddTo(ForestBuilder forest, double weight)
    {
        for (int cut = 0; cut < Cuts.Length; cut++)
        {
            if (Array.TrueForAll(Values[cut], value => value == 0))
                continue;
            float[] values = Array.ConvertAll(Values[cut], value => (float)(weight * value));
            float[] covers = Array.ConvertAll(Covers[cut], cover => (float)cover);
            int first = Cuts[cut].HasMissing ? 1 : 0;
            forest.Add(new StepFunction(Cuts[cut].Feature, Cuts[cut].Thresholds, values[first..], covers[first..])
            {
                Missing = Cuts[cut].HasMissing ? (values[0], covers[0]) : null,
            });
        }
    }

    /// <summary>What the rows so far have said, in the order of a table, of which a share is kept.</summary>
    internal LevelPrior ToPrior(LevelTable table, double kept)
    {
        double[] evidence = new double[table.Size];
        evidence[0] = kept * Covers.Select(covers => covers.Sum()).FirstOrDefault();
        for (int cut = 0; cut < Cuts.Length; cut++)
        {
            for (int level = 0; level < Covers[cut].Length; level++)
                evidence[table.First[cut] + level] = level == Cuts[cut].Usual ? 0 : kept * Covers[cut][level];
        }

        return new LevelPrior(ToLevels(table), evidence);
    }

    /// <summary>Intercept and values in the order of a table, each feature's usual level at 0.</summary>
    private double[] ToLevels(LevelTable table)
    {
        double[] levels = new double[table.Size];
        levels[0] = Intercept;
        for (int cut = 0; cut < Cuts.Length; cut++)
        {
            double usual = Values[cut][Cuts[cut].Usual];
            levels[0] += usual;
            for (int level = 0; level < Values[cut].Length; level++)
                levels[table.First[cut] + level] = Values[cut][level] - usual;
        }

        return levels;
    }
}
