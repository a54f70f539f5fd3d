using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>G1, first half: the accuracy that was promised.</summary>
public sealed class FloorGate(GateOptions options) : IGate
{
    public string Name => GateNames.Floor;

    public string Code => "COP-GATE-002";

    public GateVerdict Judge(JudgementFacts facts)
    {
        if (facts.Kind == PredictionKind.Amount)
        {
            return GateVerdict.Of(
                this, GateOutcome.NotApplicable, null, options.MinAccuracy, "Accuracy does not apply to amounts; skill and the gates below judge them.");
        }
        bool lowerBound = options.FloorMode == FloorMode.LowerBound;
        double? measured = lowerBound ? facts.AccuracyLowerBound : facts.Accuracy;
        if (measured is not { } accuracy)
        {
            return GateVerdict.Of(this, GateOutcome.NotEnoughData, null, options.MinAccuracy, "No labels, so no accuracy.") with
            {
                Reason = DecisionReasons.InsufficientLabels,
            };
        }
        string share = lowerBound
            ? $"Right in {facts.Accuracy:P1} of {facts.Rows:N0} rows, surely in {accuracy:P1}"
            : $"Right in {accuracy:P1} of {facts.Rows:N0} rows";
        return accuracy >= options.MinAccuracy
            ? GateVerdict.Of(this, GateOutcome.Passed, accuracy, options.MinAccuracy, $"{share}; the floor is {options.MinAccuracy:P1}.")
            : GateVerdict.Of(this, GateOutcome.Failed, accuracy, options.MinAccuracy, $"{share}, below the floor of {options.MinAccuracy:P1}.") with
            {
                Reason = DecisionReasons.Floor,
            };
    }
}
