using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Predictions;

namespace Coppice.Server.Serving.Batches;

/// <summary>Batches in the words of the wire.</summary>
internal static class BatchDescription
{
    public static BatchResponse Of(Batch batch) => new(
        batch.Id,
        batch.Kind,
        batch.File,
        batch.State,
        AnsweringIn(batch),
        batch.RowsDone,
        batch.RowsTotal,
        batch.SetAside,
        null,
        null,
        batch.CreatedAt,
        batch.FinishedAt,
        batch.Error)
    {
        Refinement = batch is { QuickAnswers: > 0, AnsweredAt: { } answered } ? new RefinementProgress(batch.QuickAnswers, batch.Refined, answered) : null,
    };

    public static IReadOnlyList<AnsweringVersion> AnsweringIn(Batch batch) =>
        [.. VersionsOf(batch).Select(v => new AnsweringVersion(v.Model, v.Version, batch.Reasons == 0 ? null : v.Unit) { Quick = v.Quick })];

    public static IReadOnlyList<BatchVersion> VersionsOf(Batch batch) =>
        JsonSerializer.Deserialize<IReadOnlyList<BatchVersion>>(batch.Versions, CoppiceJson.Options)!;

    public static string Save(IEnumerable<ScoringVersion> versions) =>
        JsonSerializer.Serialize(versions.Select(v => new BatchVersion(v.Model.Name, v.Loaded.Version.Id, v.Loaded.Number, v.Loaded.Unit, v.Arm == Arms.Quick ? v.Loaded.Version.Learner : null)), CoppiceJson.Options);

    /// <summary>Whether companions answer first.</summary>
    public static bool IsQuick(Batch batch) => VersionsOf(batch).Any(v => v.Quick is not null);

    /// <summary>What stands around the answers.</summary>
    public static PredictFileResponse Frame(Batch batch) =>
        new(batch.AnsweredAt ?? batch.FinishedAt ?? batch.CreatedAt, batch.RowsDone, AnsweringIn(batch), [], batch.SetAside, RejectsOf(batch)) { NotesKept = batch.NotesKept, Batch = IsQuick(batch) ? batch.Id : null };

    public static IReadOnlyList<RejectedRow> RejectsOf(Batch batch) =>
        batch.Rejects is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<RejectedRow>>(batch.Rejects, CoppiceJson.Options)!;
}
