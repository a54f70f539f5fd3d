using System.Text;
using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Predictions;

/// <summary>Predictions, append-only.</summary>
public sealed class PredictionStore(CustomerStore customers)
{
    private static readonly InsertTable Table = new(
        "predictions",
        ("prediction_id", ColumnStorage.Text),
        ("model_id", ColumnStorage.Whole),
        ("version_id", ColumnStorage.Whole),
        ("customer_id", ColumnStorage.Whole),
        ("as_of", ColumnStorage.Whole),
        ("arm", ColumnStorage.Text),
        ("score", ColumnStorage.Real),
        ("inputs", ColumnStorage.Text),
        ("shape_id", ColumnStorage.Whole),
        ("low", ColumnStorage.Real),
        ("high", ColumnStorage.Real));

    private const string InsertShape = "INSERT INTO input_shapes (id, names) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private const string StoredInputs = "SELECT p.inputs, s.names FROM predictions p LEFT JOIN input_shapes s ON s.id = p.shape_id";

    /// <summary>Records answers and gives their numbers; an id that is already there keeps its first answer and gives 0.</summary>
    public IReadOnlyList<long> Add(Session session, IReadOnlyList<Prediction> predictions)
    {
        var ids = new List<long>(predictions.Count);
        using var insert = session.Insert(Table);
        foreach (var some in predictions.Chunk(BulkInsert.Batch))
        {
            foreach (var p in some)
            {
                insert.Bind(1, p.PredictionId);
                Bind(insert, p.ModelId, p.VersionId, p.CustomerId, p.AsOf, p.Arm, p.Score);
                insert.Bind(8, p.Inputs);
                insert.BindNull(9);
                Bind(insert, p.Interval);
                insert.Next();
            }

            ids.AddRange(insert.Flush());
        }

        return ids;
    }

    /// <summary>Records one answer; where its id has an answer already, the entry is told which and nothing is written.</summary>
    public void Add(Session session, PredictionEntry entry)
    {
        long customer = customers.Number(session, entry.Customer);
        // Not RETURNING: SQLite then keeps a copy of every page it touches until the statement ends.
        using var insert = session.Prepare(Table.InsertOne);
        insert.BindText(1, entry.PredictionId);
        Bind(insert, entry.ModelId, entry.VersionId, customer, entry.AsOf, entry.Arm, entry.Score);
        insert.BindText(8, entry.Inputs);
        BindShape(session, insert, entry.Shape);
        Bind(insert, entry.Interval);
        entry.Earlier = insert.Run() == 1 ? null : Earlier(session, Encoding.UTF8.GetString(entry.PredictionId));
    }

    private static void Bind(RowBinder insert, long modelId, long versionId, long customerId, long asOf, string arm, double score)
    {
        insert.Bind(2, modelId);
        insert.Bind(3, versionId);
        insert.Bind(4, customerId);
        insert.Bind(5, asOf);
        insert.Bind(6, arm);
        insert.Bind(7, score);
    }

    private static void Bind(RowBinder insert, AmountInterval? interval)
    {
        insert.Bind(10, interval?.Low);
        insert.Bind(11, interval?.Top);
    }

    private static void BindShape(Session session, BulkCommand insert, InputShape? shape)
    {
        if (shape is null)
        {
            insert.BindNull(9);
            return;
        }

        using var add = session.Prepare(InsertShape);
        add.Bind(1, shape.Id);
        add.Bind(2, shape.Names);
        add.Run();
        insert.Bind(9, shape.Id);
    }

    private static EarlierAnswer? Earlier(Session session, string predictionId) => session.First<EarlierAnswer>("""
        SELECT c.key AS customer, p.model_id, p.version_id, p.arm, p.score, p.low, p.high
        FROM predictions p JOIN customers c ON c.id = p.customer_id WHERE p.prediction_id = @predictionId
        """, new { predictionId });

    /// <summary>How many of the newest predictions of a model there are, and when the oldest of those was made; null where there is none.</summary>
    public (long Rows, long? Oldest) Newest(Session session, long modelId, int most) => session.First<(long, long?)>("""
        SELECT COUNT(*), MIN(as_of) FROM (SELECT as_of FROM predictions WHERE model_id = @modelId ORDER BY id DESC LIMIT @most) AS newest
        """, new { modelId, most });

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM predictions");

    /// <summary>The number of the newest prediction; 0 before the first.</summary>
    public long LastId(Session session) => session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM predictions");

    /// <summary>Inputs of the newest predictions of a model, newest first.</summary>
    public IReadOnlyList<string> RecentInputs(Session session, long modelId, int most) => Expand(session.Query<(string, string?)>(
        $"{StoredInputs} WHERE p.model_id = @modelId AND p.id > (SELECT COALESCE(MAX(id), 0) FROM predictions) - @reach ORDER BY p.id DESC LIMIT @most",
        new { modelId, most, reach = most * 50L }));

    /// <summary>Inputs by prediction number, as a JSON object.</summary>
    public string Inputs(Session session, long id) => Inputs(session, [id]).Single();

    /// <summary>Inputs of many, in the order of their numbers: what their names are is looked at once.</summary>
    public IReadOnlyList<string> Inputs(Session session, IReadOnlyList<long> ids)
    {
        var stored = new List<(string, string?)>(ids.Count);
        using var query = session.Prepare($"{StoredInputs} WHERE p.id = $1");
        foreach (long id in ids)
        {
            using var reader = query.Read(id);
            if (!reader.Read())
                throw new ArgumentException($"Expected numbers of recorded predictions, found {id}.", nameof(ids));
            stored.Add((reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        }

        return Expand(stored);
    }

    private static List<string> Expand(IReadOnlyList<(string Inputs, string? Names)> stored)
    {
        var shapes = new Dictionary<string, InputShape>();
        var objects = new List<string>(stored.Count);
        foreach (var (inputs, names) in stored)
        {
            if (names is null)
            {
                objects.Add(inputs);
                continue;
            }

            if (!shapes.TryGetValue(names, out var shape))
                shapes.Add(names, shape = InputShape.Parse(names));
            objects.Add(shape.Expand(Encoding.UTF8.GetBytes(inputs)));
        }

        return objects;
    }

    /// <summary>
    /// Predictions after a number whose windows have closed: those made by <paramref name="until"/>, up to the first one made later.
    /// Numbers follow the clock, so that is all of them; one made later than <paramref name="now"/> comes from a clock that was set
    /// back, and is passed over rather than waited for.
    /// </summary>
    public IReadOnlyList<PastPrediction> MadeBy(Session session, long modelId, long afterId, long until, long now)
    {
        var made = new List<PastPrediction>();
        using var query = session.Prepare("SELECT id, customer_id, as_of FROM predictions WHERE model_id = $1 AND id > $2 AND as_of <= $3 ORDER BY id");
        using var reader = query.Read(modelId, afterId, now);
        while (reader.Read() && reader.GetInt64(2) is var asOf && asOf <= until)
            made.Add(new PastPrediction(reader.GetInt64(0), reader.GetInt64(1), asOf));
        return made;
    }

    /// <summary>Predictions of a model after a number.</summary>
    public long CountAfter(Session session, long modelId, long afterId) =>
        session.Value<long>("SELECT COUNT(*) FROM predictions WHERE model_id = @modelId AND id > @afterId", new { modelId, afterId });

    /// <summary>When the <paramref name="count"/>-th prediction after a number was made; null where there are fewer.</summary>
    public long? TimeOf(Session session, long modelId, long afterId, long count) => session.First<long?>(
        "SELECT as_of FROM predictions WHERE model_id = @modelId AND id > @afterId ORDER BY id LIMIT 1 OFFSET @skip", new { modelId, afterId, skip = count - 1 });

    /// <summary>What a version itself answered, of the newest predictions of a model after a number those without a label.</summary>
    public double[] NewestScores(Session session, long modelId, long versionId, long afterId, int most) => [.. session.Query<double>($"""
        SELECT p.score
        FROM (SELECT id, version_id, arm, score FROM predictions WHERE model_id = @modelId AND id > @afterId ORDER BY id DESC LIMIT @most) p
        WHERE p.version_id = @versionId AND p.arm = '{Arms.Champion}'
          AND NOT EXISTS (SELECT 1 FROM labels l WHERE l.source = 'logged' AND l.source_id = p.id AND l.replaced_at IS NULL)
        """, new { modelId, versionId, afterId, most })];

    /// <summary>The newest prediction of a model for a customer at or before a time.</summary>
    public (long Id, long AsOf)? LatestBefore(Session session, long modelId, long customerId, long time) =>
        session.Query<(long, long)>(
            "SELECT id, as_of FROM predictions WHERE customer_id = @customerId AND model_id = @modelId AND as_of <= @time ORDER BY as_of DESC, id DESC LIMIT 1",
            new { modelId, customerId, time }) is [var latest] ? latest : null;
}

/// <summary>A recorded prediction, as far as its label needs it.</summary>
public readonly record struct PastPrediction(long Id, long CustomerId, long AsOf);
