using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>
/// What customers' own rhythm alone says they will spend within the label's window: expected purchases times expected value (BG/NBD and
/// Gamma-Gamma, methods 7.6). A model of amounts must beat it.
/// </summary>
/// <param name="Column">The input that holds it.</param>
/// <param name="OfStrangers">The mean label of customers who had not bought yet: of them the rhythm knows nothing.</param>
/// <param name="Least">Nobody is expected to spend less: one who comes back after being written off would otherwise outweigh all others.</param>
public sealed record RhythmBaseline(string Column, double OfStrangers, double Least)
{
    private const double LeastShare = 0.01;

    /// <summary>Null where the label is not a sum of values that the plan forecasts over its window.</summary>
    public static RhythmBaseline? For(LabelPolicy policy, InputPlan plan, InputTable table, IReadOnlyList<Label> labels)
    {
        if (policy is not SumWithin sum || plan.Behaviour.Repeats.FirstOrDefault(r => r.Type == sum.EventType) is not { Value: not null } forecast)
            return null;
        if (forecast.Days != sum.Within.TotalDays || table.Find(RepeatPlan.SpendOf(sum.EventType)) is not { } spend)
            return null;
        double least = LeastShare * labels.Average(l => l.Value);
        double strangers = labels.Where((_, row) => float.IsNaN(spend.Numbers[row])).Select(l => l.Value).DefaultIfEmpty().Average();
        return least > 0 ? new RhythmBaseline(spend.Name, Math.Max(strangers, least), least) : null;
    }

    public double[] Score(InputTable table) => table.Find(Column) is { } spend
        ? Array.ConvertAll(spend.Numbers, amount => float.IsNaN(amount) ? OfStrangers : Math.Max(amount, Least))
        : [.. Enumerable.Repeat(OfStrangers, table.Rows)];
}
