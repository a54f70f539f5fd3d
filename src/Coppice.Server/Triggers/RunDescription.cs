using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Training;

namespace Coppice.Server.Triggers;

/// <summary>A run in the words of the wire.</summary>
internal static class RunDescription
{
    public static RunResponse Of(Run run, string model) => new(
        run.Id,
        model,
        run.Strategy,
        run.Trigger,
        run.State,
        run.StartedAt,
        run.FinishedAt,
        run.Error,
        run.ErrorCode,
        run.Result is null ? null : JsonSerializer.Deserialize<RunResult>(run.Result, CoppiceJson.Options));
}
