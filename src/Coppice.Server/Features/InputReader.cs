using Coppice.Server.Customers;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Features;

/// <summary>Computes raw inputs of customers as of a time, for training and for serving alike.</summary>
public sealed class InputReader(EventStore events, ProfileStore profiles)
{
    /// <summary>Below this many customers their events are looked up one by one instead of reading all.</summary>
    private const int FewCustomers = 200;

    /// <summary>The behaviour columns there could be, by what was known at a time.</summary>
    public BehaviourPlan Plan(Session session, FeatureGroups groups, long knownBy) =>
        groups.HasFlag(FeatureGroups.Behaviour) ? BehaviourPlan.For(events.Uses(session, knownBy)) : BehaviourPlan.Nothing;

    /// <summary>Inputs of each key, in the order given; keys sorted by customer are quickest.</summary>
    public InputTable Read(Session session, FeatureGroups groups, BehaviourPlan plan, IReadOnlyList<ExampleKey> keys)
    {
        var table = new InputTable(keys.Count);
        if (keys.Count == 0)
            return table;
        long knownBy = keys.Max(k => k.AsOf);
        if (plan.Types.Count > 0)
        {
            var customers = keys.Select(k => k.CustomerId).Distinct().Take(FewCustomers + 1).ToList();
            var history = customers.Count <= FewCustomers ? events.Load(session, customers) : events.Load(session);
            BehaviourInputs.Fill(table, plan, history, keys);
        }

        if (groups.HasFlag(FeatureGroups.Profile))
            ProfileInputs.Fill(table, profiles.Load(session, knownBy), keys);
        return table;
    }
}
