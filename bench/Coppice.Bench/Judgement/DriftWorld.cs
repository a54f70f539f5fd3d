using Coppice.Server.Drift;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>
/// Customers with many inputs and a known truth: a third of the inputs are normal, a third log-normal and sometimes missing, a third yes or no. Days differ
/// as they do in a shop: every input has a level of the day.
/// </summary>
internal sealed class DriftWorld(int inputs, ulong seed, double dailyMove)
{
    private const int ReferenceDays = 60;

    private readonly SplitMix64 _random = new(seed);
    private double _spare = double.NaN;

    public ReferenceProfile Reference(int rows, TimeSpan window)
    {
        double[][] values = new double[inputs][];
        for (int i = 0; i < inputs; i++)
        {
            double[] levels = [.. Enumerable.Range(0, ReferenceDays).Select(_ => dailyMove * Normal())];
            values[i] = [.. Enumerable.Range(0, rows).Select(row => Value(i, Normal() + levels[row * ReferenceDays / rows]))];
        }

        long[] asOf = [.. Enumerable.Range(0, rows).Select(row => row * ReferenceDays / rows * 86_400_000_000L)];
        var blocks = TimeBlocks.Of(asOf, window);
        var profiles = values.Select((column, i) => ColumnProfile.Of($"input{i}", column, blocks) with { Importance = 1.0 / (i + 1) }).ToList();
        return new ReferenceProfile
        {
            VersionId = 1,
            Major = 1,
            Source = "simulated",
            Rows = rows,
            Inputs = profiles,
            ScoreSource = "simulated",
            Scores = profiles[0],
            Labels = profiles[2],
            LabelKind = LabelKind.Any,
            Errors = new ErrorLevel(0.2, 0.4, 0.01),
        };
    }

    /// <summary>A window of some days, in which one input may have moved by so many standard deviations.</summary>
    public MeasuredWindow Window(ReferenceProfile reference, int rows, int days, int moved = -1, double by = 0)
    {
        var samples = new Server.Statistics.Samples.BinnedSample[inputs];
        double[] column = new double[rows];
        for (int i = 0; i < inputs; i++)
        {
            double[] levels = [.. Enumerable.Range(0, days).Select(_ => dailyMove * Normal())];
            for (int row = 0; row < rows; row++)
                column[row] = Value(i, Normal() + levels[row % days] + (i == moved ? by : 0));
            samples[i] = reference.Inputs[i].Bins.Tally(column);
        }

        return new MeasuredWindow
        {
            From = DateTimeOffset.UnixEpoch,
            Until = DateTimeOffset.UnixEpoch.AddDays(days),
            Rows = rows,
            Inputs = samples,
            // Where nothing has moved, everything is said to matter: no alarm is kept back because it does no harm.
            Contributions = [.. Enumerable.Range(0, inputs).Select(i => moved < 0 ? 1 : i == moved ? by / (i + 1) : 0)],
            NewCategories = new long[inputs],
            Scores = samples[0],
        };
    }

    private double Value(int input, double normal) => (input % 3) switch
    {
        0 => normal,
        1 => _random.NextDouble() < 0.1 ? double.NaN : Math.Exp(normal),
        _ => normal > 1 ? 1 : 0,
    };

    // Box and Muller: two at a time.
    private double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            double kept = _spare;
            _spare = double.NaN;
            return kept;
        }

        double radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * _random.NextDouble());
        _spare = radius * sine;
        return radius * cosine;
    }
}
