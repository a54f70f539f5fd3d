using Coppice.Server.Features;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>What the definition file says about a model's columns, in the words of the features.</summary>
public static class ModelColumns
{
    public static FeatureOptions Options(ModelDefinition model)
    {
        var excluded = model.Exclude.ToHashSet();
        if (model.Label is ColumnLabel label)
            excluded.Add(label.Column);
        if (model.Columns.Customer is { } customer)
            excluded.Add(customer);
        if (model.Columns.Time is { } time)
            excluded.Add(time);
        return new FeatureOptions
        {
            Excluded = excluded,
            Without = model.Recipe.Inputs.Without,
            MostCategories = model.Recipe.Inputs.Categories,
            FewestRows = model.Recipe.Inputs.CategoryRows,
            Types = model.Types.ToDictionary(t => t.Key, t => t.Value.ToString().ToLowerInvariant()),
        };
    }
}
