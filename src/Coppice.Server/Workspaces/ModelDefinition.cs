using Coppice.Server.Files;
using Coppice.Server.Workspaces.Synthetic;

namespace Coppice.Server.Workspaces;

/// <summary>One model: what it predicts, how truth is found, and from which inputs.</summary>
public sealed record ModelDefinition
{
    /// <summary>Ingestion lag of models that are labelled from events: two days (methods 2.1).</summary>
    public static readonly TimeSpan EventLag = TimeSpan.FromDays(2);

    public required string Name { get; init; }

    public required PredictionKind Predicts { get; init; }

    public required LabelPolicy Label { get; init; }

    public required FeatureGroups Features { get; init; }

    /// <summary>The recipe that fits. Default <see cref="Recipe.Fast"/>.</summary>
    public Recipe Recipe { get; init; } = Recipe.Fast;

    /// <summary>The recipe of the companion that answers tables until the version itself has; null for none.</summary>
    public Recipe? Quick { get; init; }

    /// <summary>How a companion is learnt: it sees what its version sees, so that the one can score what was recorded for the other (decision 0019).</summary>
    public Recipe? CompanionRecipe => Quick is null ? null : Quick with { Notes = Recipe.Notes, Inputs = Recipe.Inputs };

    /// <summary>Columns of uploads that are never inputs.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>How long after the window closes a label is waited for. Default two days, none for labelled rows.</summary>
    public required TimeSpan Lag { get; init; }

    public BackfillOptions Backfill { get; init; } = new();

    /// <summary>Column types that differ from what inference would say, by column name.</summary>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>Which columns of labelled rows name the customer and the time.</summary>
    public LabelledColumns Columns { get; init; } = new(Customer: null, Time: null);

    /// <summary>What acting on a probability costs, from which it follows where to act from. Default null: nobody acts, and 0.5 divides yes from no.</summary>
    public ActionCosts? Costs { get; init; }

    /// <summary>Weak labelling rules, in order; used only where no history exists.</summary>
    public IReadOnlyList<WeakRule> Synthetic { get; init; } = [];
}
