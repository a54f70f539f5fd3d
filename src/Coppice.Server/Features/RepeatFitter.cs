using Coppice.Server.Customers;
using Coppice.Server.Statistics;

namespace Coppice.Server.Features;

/// <summary>Fits the forecasts of one type of event to the customers' histories, or says why there are none.</summary>
internal sealed class RepeatFitter(EventHistory history, PlanScope scope)
{
    /// <summary>Fewer customers who came again say too little about everyone.</summary>
    private const int FewestRepeaters = 100;

    /// <summary>More customers than this move the parameters by less than a tenth of what customers differ.</summary>
    private const int MostCustomers = 8_000;

    /// <summary>From here on, what someone spends says too much about how often they come for the two to be multiplied (methods 7.6).</summary>
    private const double MostCorrelation = 0.3;

    public List<string> LeftOut { get; } = [];

    public RepeatPlan? Fit(string type)
    {
        var histories = new List<RepeatHistory>();
        var values = new List<(int Repeats, double Mean)>();
        foreach (var counts in Count(type))
        {
            var one = counts.History(scope.Until);
            histories.Add(one);
            if (counts.MeanRepeatValue > 0)
                values.Add((one.Repeats, counts.MeanRepeatValue));
        }

        int repeaters = histories.Count(h => h.Repeats > 0);
        if (repeaters < FewestRepeaters)
        {
            LeftOut.Add($"events.{type}.expected_*: {repeaters} customers came again, {FewestRepeaters} are needed");
            return null;
        }

        return RepeatRhythmFit.Fit(histories) is { } rhythm ? new RepeatPlan(type, scope.ForecastDays, scope.Predicts, rhythm, FitValue(type, values)) : null;
    }

    private RepeatValue? FitValue(string type, List<(int Repeats, double Mean)> values)
    {
        string name = $"events.{type}.expected_value";
        if (values.Count < FewestRepeaters)
        {
            LeftOut.Add($"{name}: {values.Count} customers spent something when they came again, {FewestRepeaters} are needed");
            return null;
        }

        double correlation = Correlation(values);
        if (correlation >= MostCorrelation)
        {
            LeftOut.Add(FormattableString.Invariant($"{name}: customers who come more often spend more each time (correlation {correlation:0.00}, below {MostCorrelation:0.0} is needed)"));
            return null;
        }

        var value = RepeatValueFit.Fit(values);
        if (value is { MeanShape: > 1 })
            return value;
        LeftOut.Add($"{name}: customers differ so much in what they spend that there is no mean");
        return null;
    }

    /// <summary>
    /// What each customer had done by then, or a sample of customers where there are many. Their digests decide who and in which order, so
    /// that neither depends on how this workspace numbers them.
    /// </summary>
    private RepeatCounts[] Count(string type)
    {
        var all = new List<RepeatCounts>();
        int number = Array.IndexOf(history.TypeNames, type);
        for (int c = 0; c < history.CustomerIds.Length; c++)
        {
            var counts = new RepeatCounts();
            for (int i = history.Starts[c]; i < history.Starts[c + 1] && history.EventTimes[i] < scope.Until; i++)
            {
                if (history.Types[i] == number && history.KnownTimes[i] <= scope.KnownBy)
                    counts.Add(history.EventTimes[i], history.Values[i]);
            }

            if (counts.Days > 0)
                all.Add(counts);
        }

        RepeatCounts[] customers = [.. all];
        Array.Sort(Array.ConvertAll(customers, c => c.Digest()), customers);
        return customers.Length <= MostCustomers ? customers : customers[..MostCustomers];
    }

    private static double Correlation(List<(int Repeats, double Mean)> values)
    {
        double meanRepeats = values.Average(v => v.Repeats);
        double meanValue = values.Average(v => v.Mean);
        double both = 0, repeats = 0, value = 0;
        foreach (var v in values)
        {
            double x = v.Repeats - meanRepeats;
            double m = v.Mean - meanValue;
            both += x * m;
            repeats += x * x;
            value += m * m;
        }

        return both == 0 ? 0 : both / Math.Sqrt(repeats * value);
    }
}
