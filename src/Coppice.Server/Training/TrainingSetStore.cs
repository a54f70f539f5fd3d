using Coppice.Server.Storage;

namespace Coppice.Server.Training;

/// <summary>Training sets, immutable.</summary>
public sealed class TrainingSetStore
{
    public long Add(Session session, TrainingSet set) => session.Insert("""
        INSERT INTO training_sets (model_id, known_time, rows, first_as_of, last_as_of, labels_hash, content_hash, quality)
        VALUES (@ModelId, @KnownTime, @Rows, @FirstAsOf, @LastAsOf, @LabelsHash, @ContentHash, @Quality)
        """, set);

    /// <summary>What was noticed about a set; null for one that nobody looked at.</summary>
    public SetQuality? FindQuality(Session session, long id) => SetQuality.Load(session.First<string>("SELECT quality FROM training_sets WHERE id = @id", new { id }));

    public TrainingSet Load(Session session, long id) => session.First<TrainingSet>(
        "SELECT model_id, known_time, rows, first_as_of, last_as_of, labels_hash, content_hash FROM training_sets WHERE id = @id", new { id })!;

    public (long Rows, string ContentHash)? Find(Session session, long id) =>
        session.Query<(long, string)>("SELECT rows, content_hash FROM training_sets WHERE id = @id", new { id }) is [var set] ? set : null;
}
