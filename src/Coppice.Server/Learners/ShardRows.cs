using System.Globalization;

namespace Coppice.Server.Learners;

/// <summary>What a new part of a forest learns from: the newest three batches, and as many older rows again (methods 3.3).</summary>
internal static class ShardRows
{
    private const int Batches = 3;

    /// <summary>The smallest batch that is worth an update (methods 3.3); three smaller ones would make a part that knows next to nothing.</summary>
    private const int SmallestBatch = 200;

    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(90);

    /// <summary>Places of the rows, in the order of the data.</summary>
    /// <param name="data">The rows of the update.</param>
    /// <param name="rows">Places of those that may be learnt from.</param>
    /// <param name="news">Places of the batch, the rows that the parent has not seen.</param>
    /// <param name="seed">Of the run; draws the older rows.</param>
    public static int[] Choose(TrainingData data, int[] rows, int[] news, int seed)
    {
        var isNew = news.ToHashSet();
        string salt = seed.ToString(CultureInfo.InvariantCulture);
        long newest = rows.Max(row => data.AsOf[row]);
        // Rows of one moment have no order; their keys bring them into one that has nothing to do with who the customers are.
        int[] newestFirst =
        [
            .. rows.OrderByDescending(isNew.Contains)
                .ThenByDescending(row => data.AsOf[row])
                .ThenBy(row => ReplaySampling.Key(salt, Name(data, row), TimeSpan.Zero, HalfLife)),
        ];
        int recent = Math.Min(Batches * Math.Max(news.Length, SmallestBatch), newestFirst.Length);
        int[] older = newestFirst[recent..];
        int[] replayed = ReplaySampling.Choose([.. older.Select(row => (Name(data, row), Age(newest - data.AsOf[row])))], recent, salt, HalfLife);
        return [.. newestFirst[..recent].Concat(replayed.Select(place => older[place])).Order()];
    }

    private static string Name(TrainingData data, int row) => string.Create(CultureInfo.InvariantCulture, $"{data.CustomerIds[row]}@{data.AsOf[row]}");

    private static TimeSpan Age(long microseconds) => TimeSpan.FromMicroseconds(microseconds);
}
