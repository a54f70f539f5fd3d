using Coppice.Server.Customers;

namespace Coppice.Server.Features;

/// <summary>Which types of event are inputs, and what of them.</summary>
public sealed record BehaviourPlan(IReadOnlyList<BehaviourType> Types)
{
    /// <summary>Types of event beyond the most frequent ones add columns but little else.</summary>
    private const int MostTypes = 12;

    public static BehaviourPlan Nothing { get; } = new([]);

    public static BehaviourPlan For(IReadOnlyList<EventTypeUse> uses) => new([.. uses
        .Take(MostTypes)
        .Select(u => new BehaviourType(u.Name, u.Values > 0 ? Recorded.Yes : Recorded.No, u.Quantities > 0 ? Recorded.Yes : Recorded.No, u.Products > 0 ? Recorded.Yes : Recorded.No, u.Sessions > 0 ? Recorded.Yes : Recorded.No))]);
}

/// <summary>A type of event and what its events carry.</summary>
public sealed record BehaviourType(string Name, Recorded Values, Recorded Quantities, Recorded Products, Recorded Sessions);

/// <summary>Whether events of a type carry something at all.</summary>
public enum Recorded
{
    No,
    Yes,
}
