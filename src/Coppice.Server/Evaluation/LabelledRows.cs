using Coppice.Server.Labels;
using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>The truth of a block: one label per row and the customer each row belongs to. Scores of any number of versions are laid beside it.</summary>
public sealed class LabelledRows
{
    private readonly double[] _labels;
    private readonly long[] _customers;

    public LabelledRows(double[] labels, long[] customers)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(customers);
        if (labels.Length != customers.Length)
            throw new ArgumentException($"Expected {labels.Length} customer keys, one for each label, found {customers.Length}.", nameof(customers));
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double label = labels[row];
            if (!double.IsFinite(label))
                throw new ArgumentException($"A label is a finite number; row {row} holds {label}.", nameof(labels));
            sum += label;
            Positives += label > 0 ? 1 : 0;
            HasNegativeLabels |= label < 0;
            AreBinary &= label is 0 or 1;
        }
        _labels = labels;
        _customers = customers;
        Mean = labels.Length == 0 ? null : sum / labels.Length;
        Clusters = Clusters.Of(customers);
    }

    /// <summary>Labels as they have matured.</summary>
    public static LabelledRows Of(IReadOnlyList<Label> labels) => new([.. labels.Select(label => label.Value)], [.. labels.Select(label => label.CustomerId)]);

    public int Count => _labels.Length;

    /// <summary>Some of the rows.</summary>
    public LabelledRows Take(int[] rows) => new(Array.ConvertAll(rows, row => _labels[row]), Array.ConvertAll(rows, row => _customers[row]));

    public ReadOnlySpan<double> Labels => _labels;

    public Clusters Clusters { get; }

    /// <summary>Rows with a label above zero.</summary>
    public int Positives { get; }

    public int Negatives => Count - Positives;

    public bool HasNegativeLabels { get; }

    public bool AreBinary { get; } = true;

    /// <summary>Null when there are no rows.</summary>
    public double? Mean { get; }

    /// <summary>Asks for one finite score per row.</summary>
    public void RequireScores(ReadOnlySpan<double> scores, string name)
    {
        if (scores.Length != Count)
            throw new ArgumentException($"Expected {Count} scores, one for each label, found {scores.Length}.", name);
        for (int row = 0; row < scores.Length; row++)
        {
            if (!double.IsFinite(scores[row]))
                throw new ArgumentException($"A score is a finite number; row {row} holds {scores[row]}.", name);
        }
    }

    /// <summary>Asks for labels 0 and 1 and one probability per row.</summary>
    public void RequireProbabilities(ReadOnlySpan<double> scores, string name)
    {
        if (!AreBinary)
            throw new ArgumentException("Labels of a probability are 0 or 1; found another value.", name);
        RequireScores(scores, name);
        for (int row = 0; row < scores.Length; row++)
        {
            if (scores[row] is < 0 or > 1)
                throw new ArgumentException($"A probability lies in 0..1; row {row} holds {scores[row]}.", name);
        }
    }
}
