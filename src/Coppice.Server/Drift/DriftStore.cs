using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Storage;

namespace Coppice.Server.Drift;

/// <summary>References, how far the looking has come, and what was found.</summary>
public sealed class DriftStore
{
    /// <summary>Reports kept of each source: more than a year of daily ones.</summary>
    private const int MostReports = 400;

    public DriftState? FindState(Session session, long modelId) =>
        session.First<string>("SELECT state FROM drift_states WHERE model_id = @modelId", new { modelId }) is { } state
            ? JsonSerializer.Deserialize<DriftState>(state, CoppiceJson.Options)
            : null;

    public void SaveState(Session session, long modelId, DriftState state) => session.Execute("""
        INSERT INTO drift_states (model_id, state) VALUES (@modelId, @state) ON CONFLICT (model_id) DO UPDATE SET state = excluded.state
        """, new { modelId, state = JsonSerializer.Serialize(state, CoppiceJson.Options) });

    /// <summary>The reference of a champion; null where it has to be made.</summary>
    public ReferenceProfile? FindReference(Session session, long modelId, long versionId) =>
        session.First<byte[]>("SELECT profile FROM drift_references WHERE model_id = @modelId AND version_id = @versionId", new { modelId, versionId }) is { } profile
            ? ReferenceProfile.Load(profile)
            : null;

    /// <summary>One per model: that of the champion.</summary>
    public void SaveReference(Session session, long modelId, ReferenceProfile reference) => session.Execute("""
        INSERT INTO drift_references (model_id, version_id, profile) VALUES (@modelId, @versionId, @profile)
        ON CONFLICT (model_id) DO UPDATE SET version_id = excluded.version_id, profile = excluded.profile
        """, new { modelId, versionId = reference.VersionId, profile = reference.Save() });

    public void Add(Session session, DriftReport report)
    {
        session.Insert("""
            INSERT INTO drift_reports (model_id, version_id, source, from_time, until_time, rows, alarms, report)
            VALUES (@ModelId, @VersionId, @Source, @FromTime, @UntilTime, @Rows, @Alarms, @Report)
            """, report);
        session.Execute("""
            DELETE FROM drift_reports WHERE model_id = @ModelId AND source = @Source AND id <= (
                SELECT id FROM drift_reports WHERE model_id = @ModelId AND source = @Source ORDER BY id DESC LIMIT 1 OFFSET @most)
            """, new { report.ModelId, report.Source, most = MostReports });
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DriftReport> Latest(Session session, long modelId, string source, int most) => session.Query<DriftReport>(
        "SELECT * FROM drift_reports WHERE model_id = @modelId AND source = @source ORDER BY id DESC LIMIT @most", new { modelId, source, most });

    /// <summary>The newest report of labels and that of errors with which a drift began.</summary>
    public IReadOnlyList<DriftReport> ReportsOfLastAlarms(Session session, long modelId) => session.Query<DriftReport>("""
        SELECT * FROM drift_reports WHERE id IN (
            SELECT MAX(id) FROM drift_reports WHERE model_id = @modelId AND alarms > 0 AND source IN ('labels', 'errors') GROUP BY source)
        """, new { modelId });

    /// <summary>Drifts of any model that began since a time.</summary>
    public long CountAlarms(Session session, DateTimeOffset since) =>
        session.Value<long>("SELECT COALESCE(SUM(alarms), 0) FROM drift_reports WHERE until_time > @since", new { since });

    /// <summary>When drift of a source last began; null where it never has.</summary>
    public DateTimeOffset? LastAlarm(Session session, long modelId, string source) => session.First<DateTimeOffset?>(
        "SELECT until_time FROM drift_reports WHERE model_id = @modelId AND source = @source AND alarms > 0 ORDER BY id DESC LIMIT 1", new { modelId, source });

    public long LastPrediction(Session session) => session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM predictions");

    /// <summary>Predictions of a model after a number, oldest first.</summary>
    public void ReadPredictions(Session session, long modelId, long after, CustomerSample sample)
    {
        using var query = session.Prepare("SELECT id, customer_id, as_of FROM predictions WHERE model_id = $1 AND id > $2 ORDER BY id");
        using var reader = query.Read(modelId, after);
        while (reader.Read())
            sample.Add(reader.GetInt64(1), reader.GetInt64(0), reader.GetInt64(2), 0);
    }

    /// <summary>Real labels of a model recorded after a number, oldest first.</summary>
    public void ReadLabels(Session session, long modelId, long after, LabelKind kind, CustomerSample sample)
    {
        string sources = kind switch
        {
            LabelKind.Answers => "source = 'logged'",
            LabelKind.History => "source IN ('backfill', 'upload')",
            _ => "source <> 'synthetic'",
        };
        using var query = session.Prepare($"SELECT id, customer_id, as_of, value FROM labels WHERE id > $1 AND model_id = $2 AND {sources} AND replaced_at IS NULL ORDER BY id");
        using var reader = query.Read(after, modelId);
        while (reader.Read())
            sample.Add(reader.GetInt64(1), reader.GetInt64(0), reader.GetInt64(2), reader.GetDouble(3));
    }
}
