using Coppice.Client;
using Coppice.Forests;
using Coppice.Server.Features;

namespace Coppice.Server.Models;

/// <summary>Says what moved a version's answers, input by input: the columns that one input became are one reason. Safe to share between threads.</summary>
public sealed class Explainer
{
    /// <summary>Rows explained together, a block of the library.</summary>
    private const int Together = 64;

    private readonly FeaturePipeline _pipeline;
    private readonly ForestContributions? _contributions;

    public Explainer(FeaturePipeline pipeline, Forest forest)
    {
        _pipeline = pipeline;
        try
        {
            _contributions = new ForestContributions(forest);
        }
        catch (InvalidForestException)
        {
            // Trees from elsewhere may not say how many rows went where: they answer, but cannot be explained.
        }
    }

    /// <summary>How far each input moved the margin of each row, in the order of the pipeline; null where the version cannot be explained.</summary>
    public double[][]? Contributions(FeatureMatrix features)
    {
        if (_contributions is null)
            return null;
        double[][] byInput = new double[features.Rows][];
        float[] byFeature = new float[Together * _contributions.Length];
        for (int first = 0; first < features.Rows; first += Together)
        {
            int count = Math.Min(Together, features.Rows - first);
            _contributions.Explain(features.Values.AsSpan(first * features.Width, count * features.Width), byFeature.AsSpan(0, count * _contributions.Length));
            for (int row = 0; row < count; row++)
                byInput[first + row] = ByInput(byFeature.AsSpan(row * _contributions.Length, _contributions.Length));
        }

        return byInput;
    }

    private double[] ByInput(ReadOnlySpan<float> byFeature)
    {
        double[] byInput = new double[_pipeline.Encoders.Count];
        for (int i = 0; i < byInput.Length; i++)
        {
            for (int feature = _pipeline.Starts[i]; feature < _pipeline.Starts[i + 1]; feature++)
                byInput[i] += byFeature[feature];
        }

        return byInput;
    }

    /// <summary>
    /// The inputs that moved an answer most, strongest first. All that notes might speak of and do not is one reason: each by itself is
    /// little, and the list of what nobody said is long.
    /// </summary>
    /// <param name="contributions">How far each input moved the answer.</param>
    /// <param name="table">The inputs.</param>
    /// <param name="row">Its place in the table.</param>
    /// <param name="most">How many.</param>
    public IReadOnlyList<PredictionReason> Reasons(double[] contributions, InputTable table, int row, int most)
    {
        var reasons = new List<PredictionReason>();
        double unsaid = 0;
        for (int i = 0; i < contributions.Length; i++)
        {
            string input = _pipeline.Encoders[i].Column;
            var column = table.Find(input);
            var value = column is null ? InputValue.Missing : column[row];
            if (InputWords.IsUnsaid(input, value))
                unsaid += contributions[i];
            else if (contributions[i] != 0)
                reasons.Add(new PredictionReason(input, Value(column, row), contributions[i], InputWords.Phrase(input, value)));
        }

        if (unsaid != 0)
            reasons.Add(new PredictionReason(InputWords.Unsaid, null, unsaid, InputWords.UnsaidPhrase));
        return [.. reasons.OrderByDescending(r => Math.Abs(r.Contribution)).Take(most)];
    }

    private static object? Value(InputColumn? column, int row) =>
        column?.Words?[row] ?? (column is null || float.IsNaN(column.Numbers[row]) ? null : (object)column.Numbers[row]);
}
