using System.Globalization;
using Coppice.Bench.Processes;
using Coppice.Server.Statistics;
using Coppice.XGBoost;

namespace Coppice.Bench.Judgement;

/// <summary>A table of real rows: numbers as they are, words as numbers in the order of the alphabet, blanks missing.</summary>
internal sealed class RealTable
{
    private const int Rounds = 40;

    private readonly float[] _values;

    private RealTable(float[] values, double[] labels, int columns)
    {
        _values = values;
        Labels = labels;
        Columns = columns;
    }

    public double[] Labels { get; }

    public int Rows => Labels.Length;

    public int Columns { get; }

    /// <summary>From rows made elsewhere.</summary>
    public static RealTable Of(float[] values, double[] labels) => new(values, labels, values.Length / labels.Length);

    /// <summary>From a file with commas and without quotes.</summary>
    public static RealTable Read(string path, string target, string positive, params string[] excluded)
    {
        string[][] lines = [.. File.ReadLines(Surroundings.Data(path)).Select(line => line.Split(','))];
        string[] header = lines[0];
        string[][] rows = lines[1..];
        int label = Array.IndexOf(header, target);
        int[] columns = [.. Enumerable.Range(0, header.Length).Where(i => i != label && !excluded.Contains(header[i]))];
        float[] values = new float[rows.Length * columns.Length];
        for (int place = 0; place < columns.Length; place++)
        {
            int column = columns[place];
            bool isWords = rows.Any(row => !string.IsNullOrWhiteSpace(row[column]) && !float.TryParse(row[column], CultureInfo.InvariantCulture, out _));
            var words = rows.Select(row => row[column]).Distinct().Order(StringComparer.Ordinal).ToList();
            var codes = isWords ? words.Index().ToDictionary(word => word.Item, word => (float)word.Index) : [];
            for (int row = 0; row < rows.Length; row++)
            {
                string cell = rows[row][column];
                values[(row * columns.Length) + place] = isWords ? codes[cell] : string.IsNullOrWhiteSpace(cell) ? float.NaN : float.Parse(cell, CultureInfo.InvariantCulture);
            }
        }

        return new RealTable(values, [.. rows.Select(row => row[label] == positive ? 1.0 : 0.0)], columns.Length);
    }

    /// <summary>All rows in an order of chance.</summary>
    public int[] Shuffled(SplitMix64 random)
    {
        int[] rows = [.. Enumerable.Range(0, Rows)];
        for (int i = rows.Length - 1; i > 0; i--)
        {
            int other = (int)random.NextBelow(i + 1);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }

        return rows;
    }

    public double[] LabelsOf(int[] rows) => [.. rows.Select(row => Labels[row])];

    /// <summary>Learns boosted trees from some rows and scores others.</summary>
    public double[] Scores(int[] learnt, int[] scored, int seed, CancellationToken cancellationToken)
    {
        using var training = Matrix(learnt);
        training.SetLabels([.. learnt.Select(row => (float)Labels[row])]);
        using var booster = Booster.Create(new Dictionary<string, string>
        {
            ["objective"] = "binary:logistic",
            ["tree_method"] = "hist",
            ["max_depth"] = "4",
            ["eta"] = "0.15",
            ["subsample"] = "0.8",
            ["colsample_bytree"] = "0.8",
            ["min_child_weight"] = "5",
            ["max_bin"] = "64",
            ["nthread"] = "1",
            ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
            ["seed_per_iteration"] = "true",
        });
        booster.Train(training, Rounds, null, cancellationToken);
        using var matrix = Matrix(scored);
        return [.. booster.Predict(matrix, PredictionKind.Value).Select(score => (double)score)];
    }

    private TrainingMatrix Matrix(int[] rows)
    {
        float[] values = new float[rows.Length * Columns];
        for (int i = 0; i < rows.Length; i++)
            _values.AsSpan(rows[i] * Columns, Columns).CopyTo(values.AsSpan(i * Columns));
        return TrainingMatrix.FromDense(values, rows.Length, Columns);
    }
}
