using Coppice.Server.Drift;

namespace Coppice.Server.Tests.Drift;

public sealed class InputsDetectorTests
{
    private static readonly FalseAlarmBudget OneModelDaily = new(1, 1, TimeSpan.FromDays(1));

    [Fact]
    public void A_world_that_stands_still_raises_no_alarm_in_a_quarter_of_days()
    {
        var world = new SimulatedInputs(60, seed: 11);
        var reference = world.Reference(4000, TimeSpan.FromDays(1));
        var readings = Enumerable.Range(0, 91).Select(_ => SimulatedInputs.Look(reference, world.Window(reference, 500), OneModelDaily.Level).Reading).ToList();

        Assert.DoesNotContain(DriftVerdicts.Drifted, Verdicts(readings));
        Assert.InRange(readings.Count(r => r == DriftReading.Differs), 0, 1);
    }

    [Fact]
    public void Days_that_always_vary_are_only_an_alarm_where_the_reference_is_not_asked_how_much()
    {
        var world = new SimulatedInputs(60, seed: 12) { DailyMove = 0.15 };
        var asked = world.Reference(6000, TimeSpan.FromDays(1));
        var notAsked = new SimulatedInputs(60, seed: 12) { DailyMove = 0.15 }.Reference(6000, TimeSpan.Zero);
        Assert.All(asked.Where(c => c.Bins.Kind == Server.Drift.Profiles.ColumnKind.Number), c => Assert.True(c.Variation.Inflation > 1.2));

        var days = Enumerable.Range(0, 40).Select(_ => world.Window(asked, 500)).ToList();
        var readings = days.Select(day => SimulatedInputs.Look(asked, day, OneModelDaily.Level).Reading).ToList();
        var naive = days.Select(day => SimulatedInputs.Look(notAsked, day, OneModelDaily.Level).Reading).ToList();

        Assert.DoesNotContain(DriftVerdicts.Drifted, Verdicts(readings));
        Assert.Contains(DriftVerdicts.Drifted, Verdicts(naive));
    }

    [Theory]
    [InlineData(0, 0.4)]
    [InlineData(1, 1.0)]
    public void An_input_that_moves_is_named_within_two_windows_with_what_it_does_to_scores(int moved, double by)
    {
        var world = new SimulatedInputs(60, seed: 13);
        var reference = world.Reference(4000, TimeSpan.FromDays(1));
        var findings = Enumerable.Range(0, 2).Select(_ => SimulatedInputs.Look(reference, world.Window(reference, 600, moved, by), OneModelDaily.Level)).ToList();

        Assert.Equal(DriftVerdicts.Drifted, Verdicts(findings.Select(f => f.Reading)).Last());
        Assert.Contains($"input{moved}", findings[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("moves scores up by 0.60", findings[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_the_model_does_not_use_alarms_nobody()
    {
        var world = new SimulatedInputs(60, seed: 14);
        var reference = world.Reference(4000, TimeSpan.FromDays(1)).Select((c, i) => i == 3 ? c with { Importance = 0 } : c).ToList();
        var window = world.Window(reference, 600, moved: 3, by: 1);

        Assert.True(InputComparison.Of(reference, window, OneModelDaily.Level)[3].Differs);
        Assert.Equal(DriftReading.Same, SimulatedInputs.Look(reference, window, OneModelDaily.Level).Reading);
    }

    [Fact]
    public void Inputs_that_differ_and_leave_the_scores_alone_alarm_nobody()
    {
        var world = new SimulatedInputs(60, seed: 17);
        var reference = world.Reference(4000, TimeSpan.FromDays(1));
        var window = world.Window(reference, 600, moved: 0, by: 1);

        Assert.Equal(DriftReading.Differs, SimulatedInputs.Look(reference, window, OneModelDaily.Level).Reading);
        Assert.Equal(DriftReading.Same, SimulatedInputs.Look(reference, window with { Contributions = new double[60] }, OneModelDaily.Level).Reading);
    }

    [Fact]
    public void A_step_too_small_to_matter_is_no_difference_however_sure_it_is()
    {
        var world = new SimulatedInputs(6, seed: 15);
        var reference = world.Reference(40_000, TimeSpan.FromDays(1));
        var input = InputComparison.Of(reference, world.Window(reference, 40_000, moved: 0, by: 0.08), OneModelDaily.Level)[0];

        Assert.True(input.PValue < 1e-9);
        Assert.False(input.Differs);
    }

    [Fact]
    public void Values_that_go_missing_are_a_difference()
    {
        var world = new SimulatedInputs(6, seed: 16);
        var reference = world.Reference(4000, TimeSpan.FromDays(1));
        var input = InputComparison.Of(reference, world.Window(reference, 600, moved: 0, by: double.NaN), OneModelDaily.Level)[0];

        Assert.True(input.Differs);
        Assert.Equal((0.0, 1.0), (input.MissingBefore, input.MissingNow));
    }

    private static List<string> Verdicts(IEnumerable<DriftReading> readings)
    {
        var standing = DriftStanding.Unknown;
        return [.. readings.Select(reading => (standing = standing.After(reading, DateTimeOffset.UnixEpoch)).Verdict)];
    }
}
