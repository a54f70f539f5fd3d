using Coppice.Server.Learners;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tuning;

/// <summary>
/// How training rows are divided so that recipes can be measured on rows they were not fitted to. Rows with an order in time are measured
/// slice by slice, newest first, each by fits on what was known when it begins; other rows by customer, twice over where they are few.
/// </summary>
public static class TuningFolds
{
    private const string Salt = "tuning-v1";

    private const double SliceShare = 0.12;
    private const int MostSlices = 4;

    private const int Fifths = 5;

    /// <summary>Below this many rows one division is a matter of luck.</summary>
    private const int FewRows = 2_000;

    /// <summary>Divides the rows.</summary>
    /// <param name="data">The training rows.</param>
    /// <param name="isReal">Which of them may be measured on: guesses are only learnt from.</param>
    public static (string Order, IReadOnlyList<TuningFold> Folds) Of(TrainingData data, bool[] isReal)
    {
        var slices = ByTime(data, isReal);
        return slices.Count > 0 ? ("time", slices) : ("customer", ByCustomer(data, isReal));
    }

    private static List<TuningFold> ByTime(TrainingData data, bool[] isReal)
    {
        var slices = new List<TuningFold>();
        long[] times = [.. data.AsOf.Order()];
        int before = times.Length;
        while (slices.Count < MostSlices && before > 0)
        {
            long end = before == times.Length ? long.MaxValue : times[before];
            // Whole moments go to one side.
            long start = times[Math.Max(0, before - Math.Max(1, (int)(SliceShare * times.Length)))];
            if (start == times[0])
                break;
            int[] fit = [.. Rows(data, i => data.AsOf[i] < start && data.MaturesAt[i] <= start)];
            int[] measured = [.. Rows(data, i => data.AsOf[i] >= start && data.AsOf[i] < end && isReal[i])];
            if (fit.Length < data.Rows / 5)
                break;
            if (measured.Length > 0)
                slices.Add(new TuningFold(fit, measured));
            before = Array.FindIndex(times, t => t >= start);
        }

        return slices;
    }

    private static List<TuningFold> ByCustomer(TrainingData data, bool[] isReal)
    {
        var folds = new List<TuningFold>();
        for (int division = 1; division <= (data.Rows < FewRows ? 2 : 1); division++)
        {
            int[] fifth = [.. data.CustomerIds.Select(customer => HashBucket.Of($"{Salt}.{division}", customer.ToString()) * Fifths / HashBucket.Count)];
            folds.AddRange(Enumerable.Range(0, Fifths)
                .Select(held => new TuningFold([.. Rows(data, i => fifth[i] != held)], [.. Rows(data, i => fifth[i] == held && isReal[i])]))
                .Where(fold => fold.Fit.Length > 0 && fold.Measured.Length > 0));
        }

        return folds;
    }

    private static IEnumerable<int> Rows(TrainingData data, Func<int, bool> isIn) => Enumerable.Range(0, data.Rows).Where(isIn);
}

/// <summary>Rows fitted to, and rows measured on.</summary>
public sealed record TuningFold(int[] Fit, int[] Measured);
