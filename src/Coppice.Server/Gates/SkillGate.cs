namespace Coppice.Server.Gates;

/// <summary>G1, second half: with 7 % positives a constant "no" is right 93 times of 100, so the floor alone says nothing.</summary>
public sealed class SkillGate : IGate
{
    public string Name => GateNames.Skill;

    public string Code => "COP-GATE-003";

    public GateVerdict Judge(JudgementFacts facts)
    {
        if (facts.Skill is not { } skill)
        {
            return GateVerdict.Of(this, GateOutcome.NotEnoughData, null, 0, "A constant makes no error on these labels, so skill cannot be told.") with
            {
                Reason = DecisionReasons.InsufficientLabels,
            };
        }
        return skill > 0
            ? GateVerdict.Of(this, GateOutcome.Passed, skill, 0, $"Removes {skill:P1} of the error of a constant prediction.")
            : GateVerdict.Of(this, GateOutcome.Failed, skill, 0, $"No better than predicting the same for everyone: skill {skill:P1}.") with
            {
                Reason = DecisionReasons.NoSkill,
            };
    }
}
