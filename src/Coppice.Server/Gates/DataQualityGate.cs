namespace Coppice.Server.Gates;

/// <summary>What a challenger learnt from must be sound: no figure of the block tells that its rows contradict each other or that a source has dried up.</summary>
public sealed class DataQualityGate : IGate
{
    public string Name => GateNames.DataQuality;

    public string Code => "COP-GATE-012";

    public GateVerdict Judge(JudgementFacts facts)
    {
        if (facts.DataFindings is not { } findings)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, null, "Nobody looked at the data it learnt from.");
        if (findings.FirstOrDefault(finding => finding.Severity == "blocking") is { } blocking)
            return GateVerdict.Of(this, GateOutcome.Failed, findings.Count, 0, $"{blocking.Sentence} ({blocking.Code})") with { Reason = DecisionReasons.BadData };
        string noticed = findings.Count == 0 ? "Nothing was noticed about the data it learnt from." : $"Noticed and let pass: {string.Join(", ", findings.Select(finding => finding.Check).Distinct())}.";
        return GateVerdict.Of(this, GateOutcome.Passed, findings.Count, null, noticed);
    }
}
