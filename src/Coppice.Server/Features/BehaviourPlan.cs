using System.Text.Json.Serialization;
using Coppice.Server.Customers;

namespace Coppice.Server.Features;

/// <summary>Which types of event are inputs, and what of them.</summary>
public sealed record BehaviourPlan(IReadOnlyList<BehaviourType> Types)
{
    /// <summary>Types of event beyond the most frequent ones add columns but little else.</summary>
    private const int MostTypes = 12;

    /// <summary>Types with a value whose repeats are forecast.</summary>
    private const int MostForecasts = 3;

    public static BehaviourPlan Nothing { get; } = new([]);

    public IReadOnlyList<RepeatPlan> Repeats { get; init; } = [];

    /// <summary>What is not forecast, with the reason.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Types.Count == 0 && Repeats.Count == 0;

    /// <summary>Only what was fitted: the inputs whose meaning differs from version to version.</summary>
    [JsonIgnore]
    public BehaviourPlan Fitted => new([]) { Repeats = Repeats };

    /// <summary>Whether a column's meaning comes from a fit.</summary>
    public static bool IsFitted(string column) => RepeatPlan.IsForecast(column);

    public static BehaviourPlan For(IReadOnlyList<EventTypeUse> uses) => new([.. uses
        .Take(MostTypes)
        .Select(u => new BehaviourType(u.Name, u.Values > 0 ? Recorded.Yes : Recorded.No, u.Quantities > 0 ? Recorded.Yes : Recorded.No, u.Products > 0 ? Recorded.Yes : Recorded.No, u.Sessions > 0 ? Recorded.Yes : Recorded.No))]);

    /// <summary>The same with forecasts fitted to what customers had done.</summary>
    public BehaviourPlan FitTo(EventHistory history, PlanScope scope)
    {
        var fitter = new RepeatFitter(history, scope);
        var repeats = Types.Where(t => t.Values == Recorded.Yes).Take(MostForecasts).Select(t => fitter.Fit(t.Name)).OfType<RepeatPlan>().ToList();
        return this with { Repeats = repeats, LeftOut = fitter.LeftOut };
    }

    public bool IsSame(BehaviourPlan other) => Types.SequenceEqual(other.Types) && Repeats.SequenceEqual(other.Repeats);
}

/// <summary>A type of event and what its events carry.</summary>
public sealed record BehaviourType(string Name, Recorded Values, Recorded Quantities, Recorded Products, Recorded Sessions);

/// <summary>Whether events of a type carry something at all.</summary>
public enum Recorded
{
    No,
    Yes,
}
