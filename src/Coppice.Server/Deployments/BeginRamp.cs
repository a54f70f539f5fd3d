using System.Text.Json;
using Coppice.Server.Audit;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Deployments;

/// <summary>Lets a version that passed the gates take over customer by customer, as the definition file says.</summary>
public sealed class BeginRamp(RampStore ramps, PredictionStore predictions, LabelStore labels, AuditStore audit, TimeProvider time)
{
    /// <summary>
    /// Writes the ramp and its first step into the caller's transaction; the caller raises the signal once it is on disk. The promotion is the line of the
    /// journal that will end it, as it would be written today.
    /// </summary>
    internal Ramp Run(Session session, RampOptions options, string model, ModelVersion version, Deployment promotion)
    {
        long made = predictions.LastId(session);
        var ramp = new Ramp
        {
            ModelId = promotion.ModelId,
            FromId = promotion.FromId!.Value,
            ToId = version.Id,
            DecisionId = promotion.DecisionId,
            Superior = promotion.Superior,
            Actor = promotion.Actor,
            Reason = promotion.Reason,
            Salt = $"ramp:{model}:{version.Number}:{time.GetUtcNow().ToMicroseconds()}",
            Shares = JsonSerializer.Serialize(options.Shares),
            EveryHours = (long)options.Every.TotalHours,
            Customers = options.Customers,
            StartedAt = time.GetUtcNow(),
            FirstPrediction = made,
            FirstLabel = labels.LastId(session),
            State = RampStates.Running,
        };
        ramp = ramp with { Id = ramps.Add(session, ramp) };
        ramps.Add(session, new RampStep(0, ramp.Id, 0, options.Shares[0], ramp.StartedAt, made));
        audit.Append(session, promotion.Actor, "ramp_begin", $"{model} {version.Number}", new { shares = options.Shares, promotion.Reason });
        return ramp;
    }
}
