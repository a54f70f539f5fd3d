using Coppice.Server.Customers;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Features;

/// <summary>Computes raw inputs of customers as of a time, for training and for serving alike.</summary>
public sealed class InputReader(EventStore events, ProfileStore profiles)
{
    /// <summary>Below this many customers what is known of them is looked up one by one.</summary>
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
        var customers = keys.Select(k => k.CustomerId).Distinct().Take(FewCustomers + 1).ToList();
        bool few = customers.Count <= FewCustomers;
        if (plan.Types.Count > 0)
            BehaviourInputs.Fill(table, plan, few ? events.Load(session, customers) : events.Load(session), keys);
        if (groups.HasFlag(FeatureGroups.Profile))
        {
            long knownBy = keys.Max(k => k.AsOf);
            ProfileInputs.Fill(
                table,
                few ? profiles.Load(session, customers, knownBy) : profiles.Load(session, keys.Min(k => k.CustomerId), keys.Max(k => k.CustomerId), knownBy),
                keys);
        }

        return table;
    }
}
