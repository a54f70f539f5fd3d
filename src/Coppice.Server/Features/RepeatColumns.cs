using Coppice.Server.Statistics;

namespace Coppice.Server.Features;

/// <summary>The columns that forecast one type of event; missing for customers without any.</summary>
internal sealed class RepeatColumns(InputTable table, RepeatPlan plan)
{
    private readonly float[]? _alive = Column(table, plan, plan.TellsRhythm, "p_alive");
    private readonly float[]? _expected = Column(table, plan, plan.TellsRhythm, $"expected_{plan.Days}d");
    private readonly float[]? _none = Column(table, plan, plan.TellsRhythm, $"p_none_{plan.Days}d");
    private readonly float[]? _value = Column(table, plan, plan.Value is not null, "expected_value");
    private readonly float[]? _spend = Column(table, plan, plan.Value is not null, RepeatPlan.Spend);
    private readonly Dictionary<(int Repeats, int Age), (double Expected, double Some)> _ofTheLiving = [];

    public void Write(int row, RepeatCounts counts, long asOf)
    {
        if (counts.Days == 0)
            return;
        var history = counts.History(asOf);
        double alive = plan.Rhythm.Alive(history);
        var living = OfTheLiving(history, counts.AgeInDays(asOf));
        double expected = alive * living.Expected;
        if (plan.TellsRhythm)
        {
            _alive![row] = Number(alive);
            _expected![row] = Number(expected);
            _none![row] = Number(1 - (alive * living.Some));
        }

        if (plan.Value is not { } value)
            return;
        double mean = counts.MeanRepeatValue;
        double each = mean > 0 ? value.Expected(history.Repeats, mean) : value.PopulationMean;
        _value![row] = Number(each);
        _spend![row] = Number(expected * each);
    }

    /// <summary>A forecast that no number can hold is none.</summary>
    private static float Number(double forecast) => float.IsFinite((float)forecast) ? (float)forecast : float.NaN;

    private static float[]? Column(InputTable table, RepeatPlan plan, bool wanted, string name) =>
        wanted ? table[$"events.{plan.Type}.{name}"].Numbers : null;

    /// <summary>Many customers have been there equally long and come equally often, and only this part takes a series.</summary>
    private (double Expected, double Some) OfTheLiving(RepeatHistory history, int age)
    {
        if (!_ofTheLiving.TryGetValue((history.Repeats, age), out var known))
        {
            double weeks = plan.Days / 7.0;
            known = (plan.Rhythm.ExpectedOfTheLiving(history.Repeats, history.Age, weeks), plan.Rhythm.SomeOfTheLiving(history.Repeats, history.Age, weeks));
            _ofTheLiving.Add((history.Repeats, age), known);
        }

        return known;
    }
}
