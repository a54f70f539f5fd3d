using Coppice.Server.Gates;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>Challengers have been held again and again: the gates cannot tell, and only a person can promote.</summary>
public sealed class HeldTooLongRule : IModelRule
{
    private const int Often = 3;
    private static readonly TimeSpan Long = TimeSpan.FromDays(14);
    private static readonly string Held = GateWords.Of(DecisionOutcome.Hold);

    public string Code => AlertCodes.HeldTooLong;

    public AlertReading Look(ModelFacts facts)
    {
        var held = facts.Decisions.TakeWhile(decision => decision.Decision == Held).ToList();
        if (held.Count < Often || facts.Now - held[^1].DecidedAt < Long)
            return AlertReading.Fine;
        string model = facts.Model.Name;
        return AlertReading.Of(new AlertFinding(
            AlertSeverity.Warning,
            $"{held.Count} challengers of {model} in a row were held, the last for {held[0].Code.Replace('_', ' ')}.",
            held[^1].DecidedAt,
            facts.Champion is { } champion
                ? $"{model} answers by {champion}, which has learnt nothing since."
                : $"{model} has no champion and cannot answer.",
            $"coppice history {model} says what they lacked, usually labels. A person may promote one: coppice promote {model} VERSION --reason TEXT",
            $"/v1/models/{model}/history",
            $"{held[0].Id}"));
    }
}
