using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Drift;

/// <summary>Inputs with a known truth: a third normal, a third log-normal with missing values, a third yes or no.</summary>
internal sealed class SimulatedInputs(int columns, ulong seed)
{
    private const int Days = 20;

    private readonly SplitMix64 _random = new(seed);

    /// <summary>How much the mean of every input moves from day to day, in standard deviations.</summary>
    public double DailyMove { get; init; }

    public IReadOnlyList<ColumnProfile> Reference(int rows, TimeSpan window)
    {
        double[][] values = Draw(rows, row => row * Days / rows);
        long[] asOf = [.. Enumerable.Range(0, rows).Select(row => (long)(row * Days / rows) * 86_400_000_000)];
        var blocks = window == TimeSpan.Zero ? TimeBlocks.None : TimeBlocks.Of(asOf, window);
        return [.. values.Select((column, i) => ColumnProfile.Of($"input{i}", column, blocks) with { Importance = 1.0 / (i + 1) })];
    }

    /// <summary>A window of one day in which one input may have moved.</summary>
    public MeasuredWindow Window(IReadOnlyList<ColumnProfile> reference, int rows, int moved = -1, double by = 0)
    {
        double[][] values = Draw(rows, _ => 0);
        for (int row = 0; row < rows && moved >= 0; row++)
            values[moved][row] += by;
        return new MeasuredWindow
        {
            From = DateTimeOffset.UnixEpoch,
            Until = DateTimeOffset.UnixEpoch.AddDays(1),
            Rows = rows,
            Inputs = [.. reference.Select((profile, i) => profile.Bins.Tally(values[i]))],
            Contributions = [.. reference.Select((_, i) => moved < 0 || i == moved ? 0.6 : 0.0)],
            NewCategories = new long[reference.Count],
            Scores = reference[0].Bins.Tally(values[0]),
        };
    }

    public static DriftFinding Look(IReadOnlyList<ColumnProfile> reference, MeasuredWindow window, double level)
    {
        IReadOnlyList<InputDrift> inputs = InputComparison.Of(reference, window, level);
        return new InputsDetector().Look(new DriftEvidence(Profile(reference), window, inputs, level));
    }

    public static ReferenceProfile Profile(IReadOnlyList<ColumnProfile> inputs) => new()
    {
        VersionId = 1,
        Major = 1,
        Source = "simulated rows",
        Rows = (int)inputs[0].Sample.Rows,
        Inputs = inputs,
        ScoreSource = "simulated rows",
        Scores = inputs[0],
        Labels = inputs[2],
        LabelKind = LabelKind.Any,
        Errors = new ErrorLevel(0.1, 0.1, 0.01),
    };

    private double[][] Draw(int rows, Func<int, int> dayOf)
    {
        double[][] values = new double[columns][];
        for (int i = 0; i < columns; i++)
        {
            double[] moves = [.. Enumerable.Range(0, Days).Select(_ => DailyMove * Normal())];
            values[i] = new double[rows];
            for (int row = 0; row < rows; row++)
                values[i][row] = Value(i, Normal() + moves[dayOf(row)]);
        }

        return values;
    }

    private double Value(int column, double normal) => (column % 3) switch
    {
        0 => normal,
        1 => _random.NextDouble() < 0.1 ? double.NaN : Math.Exp(normal),
        _ => normal > 1 ? 1 : 0,
    };

    private double Normal() => Distributions.NormalQuantile((_random.NextDouble() * 0.9999999) + 5e-8);
}
