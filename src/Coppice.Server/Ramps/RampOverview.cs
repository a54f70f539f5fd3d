using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Ramps;

/// <summary>Ramps in the words of the wire.</summary>
public sealed class RampOverview(RampStore ramps, RampWatch watch, VersionStore versions)
{
    /// <summary>The ramp under way; null where there is none.</summary>
    public RampResponse? Running(Session session, string model, long modelId) =>
        ramps.Running(session, modelId) is { } ramp ? Describe(session, model, ramp) : null;

    /// <summary>The newest ramp, under way or over; null before the first.</summary>
    public RampResponse? Latest(Session session, string model, long modelId) =>
        ramps.Latest(session, modelId) is { } ramp ? Describe(session, model, ramp) : null;

    private RampResponse Describe(Session session, string model, Ramp ramp)
    {
        var steps = ramps.Steps(session, ramp.Id);
        var step = steps[^1];
        bool isRunning = ramp.State == RampStates.Running;
        var look = isRunning ? watch.Find(ramp.Id) : null;
        int next = (int)step.Step + 1;
        return new RampResponse(
            model,
            versions.Find(session, ramp.ToId)!.Number.ToString(),
            versions.Find(session, ramp.FromId)!.Number.ToString(),
            ramp.State,
            Share(step.Share),
            ramp.StartedAt,
            [.. steps.Select(past => new RampStepResponse(Share(past.Share), past.At))])
        {
            NextShare = isRunning ? (next < ramp.Steps.Count ? Share(ramp.Steps[next]) : 1) : null,
            NextAt = isRunning ? RampVerdict.Earliest(ramp, step) : null,
            Customers = look?.Facts.Customers[^1].Both,
            CustomersOfChallenger = look?.Facts.Customers[^1].Challenger,
            Holds = look?.Verdict.Move == RampMove.Hold ? look.Verdict.Sentence : null,
            Code = look?.Verdict.Code ?? ramp.EndCode,
            Reason = look?.Verdict.Sentence ?? ramp.EndReason,
            EndedAt = ramp.EndedAt,
            EndedBy = ramp.EndedBy,
        };
    }

    private static double Share(long share) => (double)share / RampOptions.Everybody;
}
