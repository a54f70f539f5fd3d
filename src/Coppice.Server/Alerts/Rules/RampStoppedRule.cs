using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>Coppice stopped a version from taking over, or keeps it at its step until somebody has looked; until the next version is promoted.</summary>
public sealed class RampStoppedRule : IModelRule
{
    public string Code => AlertCodes.RampStopped;

    public AlertReading Look(ModelFacts facts) => facts.Ramp switch
    {
        { Holds: { } reason } ramp => Found(facts, ramp, ramp.StartedAt, $"{ramp.Model} {ramp.Version} takes over no further than {ramp.Share:P1} of the customers: {reason}."),
        { State: "stopped", Code: not null, EndedAt: { } at } ramp when !(facts.Line?.At > at) =>
            Found(facts, ramp, at, $"Coppice stopped {ramp.Model} {ramp.Version} from taking over at {ramp.Share:P1} of the customers: {ramp.Reason}."),
        _ => AlertReading.Fine,
    };

    private static AlertReading Found(ModelFacts facts, RampResponse ramp, DateTimeOffset since, string sentence) => AlertReading.Of(new AlertFinding(
        AlertSeverity.Warning,
        sentence,
        since,
        $"{ramp.Model} {facts.Champion} answers the others, as before.",
        $"Nothing is urgent. What it showed: coppice ramp {ramp.Model}, and {ramp.Code} says what to look at.",
        $"/v1/models/{ramp.Model}/ramp",
        $"{ramp.Version} {ramp.StartedAt:O}"));
}
