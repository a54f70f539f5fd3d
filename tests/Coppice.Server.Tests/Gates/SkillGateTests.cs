using Coppice.Server.Gates;

namespace Coppice.Server.Tests.Gates;

public sealed class SkillGateTests
{
    [Theory]
    [InlineData(0.12, GateOutcome.Passed)]
    [InlineData(0.0, GateOutcome.Failed)]
    [InlineData(-0.2, GateOutcome.Failed)]
    public void Only_better_than_a_constant_passes(double skill, GateOutcome expected) =>
        Assert.Equal(expected, new SkillGate().Judge(SomeFacts.Better with { Skill = skill }).Outcome);

    [Fact]
    public void Unknown_skill_holds() =>
        Assert.Equal(GateOutcome.NotEnoughData, new SkillGate().Judge(SomeFacts.Better with { Skill = null }).Outcome);
}
