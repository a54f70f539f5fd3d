using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Reads inputs of customers as they are now, to see how far a challenger moves the answers people would get today.</summary>
public sealed class LatestInputsReader(CustomerStore customers, InputReader inputs)
{
    private const int MostCustomers = 5_000;

    /// <summary>Null for models whose inputs only come with uploaded rows.</summary>
    public LatestInputs? Read(Session session, ModelDefinition model, InputPlan plan, long now)
    {
        if (model.Label is ColumnLabel || (model.Features & FeatureGroups.Kept) == FeatureGroups.None)
            return null;
        var keys = customers.Spread(session, MostCustomers).Select(id => new ExampleKey(id, now)).ToList();
        return new LatestInputs(inputs, model, keys, plan, inputs.Read(session, model.Features, plan, keys));
    }
}

/// <summary>Inputs of the same customers for one version's plan or another's.</summary>
public sealed record LatestInputs(InputReader Reader, ModelDefinition Model, IReadOnlyList<ExampleKey> Keys, InputPlan Plan, InputTable Table)
{
    public long[] AsOf => [.. Keys.Select(k => k.AsOf)];

    public InputTable For(Session session, InputPlan plan) => plan.IsSame(Plan) ? Table : Reader.Read(session, Model.Features, plan, Keys);
}
