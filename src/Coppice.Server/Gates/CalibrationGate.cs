using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>People act on the level of an answer, not only on its rank; a challenger may not surely be further off than the champion.</summary>
public sealed class CalibrationGate(GateOptions options) : IGate
{
    /// <summary>A difference smaller than a tenth, however sure, changes no budget.</summary>
    private const double Noticeable = 1.1;

    public string Name => GateNames.Calibration;

    public string Code => "COP-GATE-008";

    public GateVerdict Judge(JudgementFacts facts)
    {
        double bound = facts.Kind == PredictionKind.Probability ? options.MaxMiscalibration : options.MaxTotalError;
        if (!facts.HasChampion)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "There is no champion to compare with.");
        if (facts.Miscalibration is not { } cost)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "These labels cannot tell how far the level of the answers is off.");
        string found = facts.Kind == PredictionKind.Probability
            ? $"The level of its probabilities costs {cost:P1} of the log-loss"
            : $"The predicted total is surely off by {cost:P1}";
        string compared = facts.ChampionMiscalibration is { } champion ? $", the champion's {champion:P1}" : "";
        bool isWorse = facts.ChampionMiscalibration is not { } other || (cost > Noticeable * other && facts.IsSurelyFurtherOff);
        return cost > bound && isWorse
            ? GateVerdict.Of(this, GateOutcome.Failed, cost, bound, $"{found}{compared}; {bound:P1} is allowed.") with { Reason = DecisionReasons.Miscalibrated }
            : GateVerdict.Of(this, GateOutcome.Passed, cost, bound, $"{found}{compared}; {bound:P1} is fine, and so is what is not surely and noticeably more than the champion's.");
    }
}
