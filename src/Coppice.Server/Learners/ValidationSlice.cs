using System.Globalization;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>
/// The newest share of the training rows, kept apart for stopping and calibration (methods 2.2). What is left is purged of rows
/// whose labels could not be known when the slice begins. Rows without an order in time are split by a digest of the customer.
/// </summary>
public sealed record ValidationSlice(int[] Fit, int[] Validation)
{
    private const string Salt = "validation-v1";

    public static ValidationSlice Of(TrainingData data, double share)
    {
        long[] times = [.. data.AsOf.Order()];
        return times[0] == times[^1] ? ByCustomer(data, share) : ByTime(data, times, share);
    }

    /// <summary>The newest share; where rows are few or have no order in time, parts of the customers in turn, so that every row is unseen once.</summary>
    public static IReadOnlyList<ValidationSlice> Of(TrainingData data, ValidationRecipe recipe)
    {
        if (data.Rows >= recipe.FewRows && data.AsOf.Min() < data.AsOf.Max())
            return [Of(data, recipe.Share)];
        int[] parts = [.. data.CustomerIds.Select(id => HashBucket.Of(Salt, id.ToString(CultureInfo.InvariantCulture)) % recipe.Parts)];
        int[] rows = [.. Enumerable.Range(0, data.Rows)];
        return
        [
            .. Enumerable.Range(0, recipe.Parts)
                .Select(part => new ValidationSlice([.. rows.Where(row => parts[row] != part)], [.. rows.Where(row => parts[row] == part)]))
                .Where(slice => slice.Fit.Length > 0 && slice.Validation.Length > 0),
        ];
    }

    private static ValidationSlice ByTime(TrainingData data, long[] times, double share)
    {
        long start = times[(int)((1 - share) * (times.Length - 1))];
        // A start among many equal times would take them all: whole cut-offs go to one side.
        if (start == times[0])
            start = times.First(t => t > times[0]);
        int[] rows = [.. Enumerable.Range(0, data.Rows)];
        int[] validation = [.. rows.Where(i => data.AsOf[i] >= start)];
        int[] fit = [.. rows.Where(i => data.AsOf[i] < start && data.MaturesAt[i] <= start)];
        // Where the windows of all older rows reach into the slice, purging would leave nothing to learn from.
        return fit.Length < data.Rows / 4 ? ByCustomer(data, share) : new ValidationSlice(fit, validation);
    }

    private static ValidationSlice ByCustomer(TrainingData data, double share)
    {
        var fit = new List<int>();
        var validation = new List<int>();
        for (int i = 0; i < data.Rows; i++)
            (HashBucket.Of(Salt, data.CustomerIds[i].ToString()) < share * HashBucket.Count ? validation : fit).Add(i);
        return new ValidationSlice([.. fit], [.. validation]);
    }
}
