using Coppice.Server.Deployments;

namespace Coppice.Server.Ramps;

/// <summary>What becomes of a ramp at a look, and why.</summary>
public sealed record RampVerdict(RampMove Move, string? Code, string Sentence)
{
    /// <summary>A step that sees too few customers ends after so many times its length: whoever asks seldom is not kept from a better version.</summary>
    private const int MostLengths = 7;

    public static RampVerdict Of(RampFacts facts, IEnumerable<IRampRule> rules)
    {
        var found = rules.Select(rule => rule.Look(facts)).OfType<RampFinding>().MaxBy(finding => finding.Move);
        return found is not null ? new RampVerdict(found.Move, found.Code, found.Sentence) : OfTime(facts);
    }

    private static RampVerdict OfTime(RampFacts facts)
    {
        var (ramp, since) = (facts.Ramp, facts.Now - facts.Step.At);
        var seen = facts.Customers[^1];
        if (since < ramp.Every)
            return new RampVerdict(RampMove.Wait, null, $"the step lasts {Length(ramp.Every)}, and longer while fewer than {ramp.Customers:N0} customers have been answered");
        if (seen.Both >= ramp.Customers)
            return new RampVerdict(RampMove.Advance, null, $"{seen.Both:N0} customers were answered and nothing spoke against it");
        if (since < MostLengths * ramp.Every)
            return new RampVerdict(RampMove.Wait, null, $"{seen.Both:N0} of {ramp.Customers:N0} customers have been answered; the step ends with them, or after {Length(MostLengths * ramp.Every)}");
        return seen.Challenger > 0
            ? new RampVerdict(RampMove.Advance, null, $"{seen.Both:N0} customers were answered in {Length(MostLengths * ramp.Every)} and nothing spoke against it")
            : new RampVerdict(RampMove.Wait, null, "nobody has asked it yet");
    }

    /// <summary>When the step can end at the earliest.</summary>
    public static DateTimeOffset Earliest(Ramp ramp, RampStep step) => step.At + ramp.Every;

    private static string Length(TimeSpan time) => time.TotalHours is var hours && hours % 24 == 0 ? Count(hours / 24, "day") : Count(hours, "hour");

    private static string Count(double number, string unit) => number == 1 ? $"a{(unit == "hour" ? "n" : "")} {unit}" : $"{number:0} {unit}s";
}
