using System.Text.Json;
using Coppice.Client;

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
        batch.Error);

    public static IReadOnlyList<AnsweringVersion> AnsweringIn(Batch batch) =>
        [.. VersionsOf(batch).Select(v => new AnsweringVersion(v.Model, v.Version, batch.Reasons == 0 ? null : v.Unit))];

    public static IReadOnlyList<BatchVersion> VersionsOf(Batch batch) =>
        JsonSerializer.Deserialize<IReadOnlyList<BatchVersion>>(batch.Versions, CoppiceJson.Options)!;

    public static string Save(IEnumerable<ScoringVersion> versions) =>
        JsonSerializer.Serialize(versions.Select(v => new BatchVersion(v.Model.Name, v.Loaded.Version.Id, v.Loaded.Number, v.Loaded.Unit)), CoppiceJson.Options);

    public static IReadOnlyList<RejectedRow> RejectsOf(Batch batch) =>
        batch.Rejects is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<RejectedRow>>(batch.Rejects, CoppiceJson.Options)!;
}
