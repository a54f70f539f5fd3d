using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Labels;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;

namespace Coppice.Server.Performance;

/// <summary>What came of answers week by week, and the answers themselves. What a companion said for the time being is no answer of its version.</summary>
public sealed class PerformanceStore
{
    /// <summary>Where truth is reported whenever somebody reports it, what is older than this will hardly be.</summary>
    private const long OldestOpen = 91 * UtcMicroseconds.PerDay;

    private const string Unlabelled = "NOT EXISTS (SELECT 1 FROM labels l WHERE l.source = 'logged' AND l.source_id = p.id AND l.replaced_at IS NULL)";

    public PerformanceState? FindState(Session session, long modelId) =>
        session.First<string>("SELECT state FROM performance_states WHERE model_id = @modelId", new { modelId }) is { } state
            ? JsonSerializer.Deserialize<PerformanceState>(state, CoppiceJson.Options)
            : null;

    public void SaveState(Session session, long modelId, PerformanceState state) => session.Execute("""
        INSERT INTO performance_states (model_id, state) VALUES (@modelId, @state) ON CONFLICT (model_id) DO UPDATE SET state = excluded.state
        """, new { modelId, state = JsonSerializer.Serialize(state, CoppiceJson.Options) });

    public void SaveWeek(Session session, long modelId, long week, PerformanceWeek report) => session.Execute("""
        INSERT INTO performance_weeks (model_id, week, report) VALUES (@modelId, @week, @report) ON CONFLICT (model_id, week) DO UPDATE SET report = excluded.report
        """, new { modelId, week, report = JsonSerializer.Serialize(report, CoppiceJson.Options) });

    public void Forget(Session session, long modelId) => session.Execute("DELETE FROM performance_weeks WHERE model_id = @modelId", new { modelId });

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<(long Week, PerformanceWeek Report)> Weeks(Session session, long modelId) =>
    [
        .. session.Query<(long Week, string Report)>("SELECT week, report FROM performance_weeks WHERE model_id = @modelId ORDER BY week", new { modelId })
            .Select(week => (week.Week, JsonSerializer.Deserialize<PerformanceWeek>(week.Report, CoppiceJson.Options)!)),
    ];

    /// <summary>Answers whose labels were recorded after a number, in that order.</summary>
    public IReadOnlyList<RealisedAnswer> MaturedAfter(Session session, long modelId, long firstLabel, long lastLabel, int most)
    {
        var answers = new List<RealisedAnswer>();
        using var query = session.Prepare("""
            SELECT l.id, l.as_of, l.value, p.score,
                CASE WHEN EXISTS (SELECT 1 FROM labels r WHERE r.source = 'logged' AND r.replaced_at IS NOT NULL AND r.source_id = l.source_id AND r.id > $1 AND r.id < l.id) THEN 1 ELSE 0 END
            FROM labels l JOIN predictions p ON p.id = l.source_id
            WHERE l.id > $2 AND l.model_id = $3 AND l.source = 'logged' AND l.replaced_at IS NULL AND p.arm <> 'quick' ORDER BY l.id LIMIT $4
            """);
        using var reader = query.Read(firstLabel, lastLabel, modelId, (long)most);
        while (reader.Read())
            answers.Add(new RealisedAnswer(reader.GetInt64(0), reader.GetInt64(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetInt64(4) == 1));
        return answers;
    }

    /// <summary>Answers asked for between two times whose labels have matured, in the order in which they did.</summary>
    public RealisedRows Between(Session session, long modelId, long from, long until)
    {
        using var query = session.Prepare("""
            SELECT l.customer_id, l.value, p.score, p.version_id FROM labels l JOIN predictions p ON p.id = l.source_id
            WHERE l.model_id = $1 AND l.as_of >= $2 AND l.as_of < $3 AND l.replaced_at IS NULL AND l.source = 'logged' AND p.arm <> 'quick' ORDER BY l.matures_at, l.id
            """);
        return Read(query, modelId, from, until);
    }

    /// <summary>The newest answers whose labels have matured.</summary>
    public RealisedRows Newest(Session session, long modelId, long since, int most)
    {
        using var query = session.Prepare("""
            SELECT l.customer_id, l.value, p.score, p.version_id
            FROM (SELECT customer_id, value, source_id, as_of FROM labels
                  WHERE model_id = $1 AND as_of >= $2 AND replaced_at IS NULL AND source = 'logged' ORDER BY as_of DESC LIMIT $3) l
            JOIN predictions p ON p.id = l.source_id WHERE p.arm <> 'quick' ORDER BY l.as_of
            """);
        return Read(query, modelId, since, (long)most);
    }

    /// <summary>How many answers of each week wait for their labels.</summary>
    public IReadOnlyDictionary<long, long> Open(Session session, OpenAnswers open) => session
        .Query<(long Week, long Count)>($"""
            SELECT (p.as_of + {Week.Shift}) / {Week.Length}, COUNT(*) FROM predictions p
            WHERE p.model_id = @ModelId AND p.id > @Closed {Extra(open)} GROUP BY 1
            """, Parameters(open, 0, 0, 0))
        .ToDictionary(week => week.Week, week => week.Count);

    /// <summary>What was said in a week to those whose labels are still to come, newest first.</summary>
    public double[] OpenScores(Session session, OpenAnswers open, long week, int most) => [.. session.Query<double>($"""
        SELECT p.score FROM predictions p
        WHERE p.model_id = @ModelId AND p.id > @Closed AND p.as_of >= @from AND p.as_of < @until AND p.arm <> 'quick' {Extra(open)} ORDER BY p.id DESC LIMIT @most
        """, Parameters(open, Week.Start(week), Week.Start(week + 1), most))];

    /// <summary>The newest answers whose labels have matured, with where their inputs are, by customer and time.</summary>
    public IReadOnlyList<AskedRow> NewestRows(Session session, long modelId, int most) => Asked(session.Query<(long, long, long, long, double, double)>("""
        SELECT l.id, l.customer_id, l.as_of, l.source_id, l.value, p.score
        FROM (SELECT id, customer_id, as_of, source_id, value FROM labels
              WHERE model_id = @modelId AND replaced_at IS NULL AND source = 'logged' ORDER BY as_of DESC LIMIT @most) l
        JOIN predictions p ON p.id = l.source_id WHERE p.arm <> 'quick' ORDER BY l.customer_id, l.as_of, l.id
        """, new { modelId, most }));

    /// <summary>The label of the newest of them; null before the first.</summary>
    public long? NewestLabel(Session session, long modelId) => session.First<long?>("""
        SELECT id FROM labels WHERE model_id = @modelId AND replaced_at IS NULL AND source = 'logged' ORDER BY as_of DESC, id DESC LIMIT 1
        """, new { modelId });

    /// <summary>The newest answers of a week whose labels are still to come, with where their inputs are, by customer and time.</summary>
    public IReadOnlyList<AskedRow> OpenRows(Session session, OpenAnswers open, long week, int most) =>
        OpenRows(session, $"p.as_of >= @from AND p.as_of < @until AND p.arm <> 'quick' {Extra(open)}", Parameters(open, Week.Start(week), Week.Start(week + 1), most));

    /// <summary>The same of the newest answers that a version gave as champion.</summary>
    public IReadOnlyList<AskedRow> NewestOpenRows(Session session, OpenAnswers open, long versionId, int most) => OpenRows(
        session, $"p.version_id = @versionId AND p.arm = '{Arms.Champion}' {Extra(open)}", new { open.ModelId, open.Closed, oldest = open.Now - OldestOpen, versionId, most });

    private static IReadOnlyList<AskedRow> OpenRows(Session session, string which, object parameters) => Asked(session.Query<(long, long, long, long, double, double)>($"""
        SELECT 0 AS label, asked.customer_id, asked.as_of, asked.id, 0.0 AS value, asked.score FROM (
            SELECT p.id, p.customer_id, p.as_of, p.score FROM predictions p WHERE p.model_id = @ModelId AND p.id > @Closed AND {which} ORDER BY p.id DESC LIMIT @most) asked
        ORDER BY asked.customer_id, asked.as_of, asked.id
        """, parameters));

    private static IReadOnlyList<AskedRow> Asked(IReadOnlyList<(long Label, long Customer, long AsOf, long Prediction, double Value, double Said)> rows) =>
        [.. rows.Select(row => new AskedRow(new Label(row.Label, row.Customer, row.AsOf, LabelSource.Logged, row.Prediction, row.Value, 1, 0), row.Said))];

    private static string Extra(OpenAnswers open) => open.IsReported ? $"AND p.as_of >= @oldest AND {Unlabelled}" : "";

    private static object Parameters(OpenAnswers open, long from, long until, int most) =>
        new { open.ModelId, open.Closed, oldest = open.Now - OldestOpen, from, until, most };

    private static RealisedRows Read(BulkCommand query, params ReadOnlySpan<object?> parameters)
    {
        var rows = new RealisedRows();
        using var reader = query.Read(parameters);
        while (reader.Read())
            rows.Add(reader.GetInt64(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetInt64(3));
        return rows;
    }
}
