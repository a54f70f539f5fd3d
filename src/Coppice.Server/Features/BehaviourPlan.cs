using System.Text.Json.Serialization;
using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>Which types of event are inputs, and what of them.</summary>
public sealed record BehaviourPlan(IReadOnlyList<BehaviourType> Types)
{
    /// <summary>Types of event beyond the most frequent ones add columns but little else.</summary>
    private const int MostTypes = 12;

    /// <summary>Types with a value whose repeats are forecast.</summary>
    private const int MostForecasts = 3;

    public static BehaviourPlan Nothing { get; } = new([]);

    /// <summary>Types with products whose customers' tastes are told.</summary>
    private const int MostTastes = 1;

    /// <summary>Last year's days say what a season is only where there was a year before it to learn from.</summary>
    private const int FewestDaysOfSeasons = 2 * 365;

    public IReadOnlyList<RepeatPlan> Repeats { get; init; } = [];

    public IReadOnlyList<TastePlan> Tastes { get; init; } = [];

    /// <summary>How many days of last year are looked at; 0 where history is too short.</summary>
    public int SeasonDays { get; init; }

    /// <summary>What is not forecast, with the reason.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Types.Count == 0 && Repeats.Count == 0 && Tastes.Count == 0;

    /// <summary>Only what was fitted: the inputs whose meaning differs from version to version.</summary>
    [JsonIgnore]
    public BehaviourPlan Fitted => new([]) { Repeats = Repeats, Tastes = Tastes };

    /// <summary>Whether a column's meaning comes from a fit.</summary>
    public static bool IsFitted(string column) => RepeatPlan.IsForecast(column) || TastePlan.IsTaste(column);

    public static BehaviourPlan For(IReadOnlyList<EventTypeUse> uses, PlanScope scope) => new([.. uses.Take(MostTypes).Select(BehaviourType.Of)])
    {
        SeasonDays = uses.Count > 0 && scope.Until - uses.Min(u => u.First) >= FewestDaysOfSeasons * UtcMicroseconds.PerDay ? scope.ForecastDays : 0,
    };

    /// <summary>The same with forecasts and tastes fitted to what customers had done.</summary>
    public BehaviourPlan FitTo(EventHistory history, PlanScope scope)
    {
        var repeats = new RepeatFitter(history, scope);
        var tastes = new TasteFitter(history, scope);
        return this with
        {
            Repeats = [.. Types.Where(t => t.Values == Recorded.Yes).Take(MostForecasts).Select(t => repeats.Fit(t.Name)).OfType<RepeatPlan>()],
            Tastes = [.. Types.Where(t => t.Products == Recorded.Yes).Take(MostTastes).Select(t => tastes.Fit(t.Name)).OfType<TastePlan>()],
            LeftOut = [.. repeats.LeftOut, .. tastes.LeftOut],
        };
    }

    public bool IsSame(BehaviourPlan other) => Types.SequenceEqual(other.Types) && SeasonDays == other.SeasonDays && Repeats.SequenceEqual(other.Repeats)
        && Tastes.Count == other.Tastes.Count && Tastes.Zip(other.Tastes).All(t => t.First.IsSame(t.Second));
}

/// <summary>A type of event and what its events carry.</summary>
public sealed record BehaviourType(string Name, Recorded Values, Recorded Quantities, Recorded Products, Recorded Sessions)
{
    /// <summary>Negative values or quantities: things brought back.</summary>
    public Recorded Returns { get; init; }

    public static BehaviourType Of(EventTypeUse use)
    {
        return new BehaviourType(use.Name, Whether(use.Values), Whether(use.Quantities), Whether(use.Products), Whether(use.Sessions)) { Returns = Whether(use.Returns) };

        static Recorded Whether(long count) => count > 0 ? Recorded.Yes : Recorded.No;
    }
}

/// <summary>Whether events of a type carry something at all.</summary>
public enum Recorded
{
    No,
    Yes,
}
