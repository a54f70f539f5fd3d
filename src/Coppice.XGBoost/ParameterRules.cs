namespace Coppice.XGBoost;

/// <summary>Which parameters XGBoost 1.7 would take without a word and then do something else than asked.</summary>
internal static class ParameterRules
{
    // One thread and a random engine reseeded per round: with both, a job's bytes depend on nothing that runs beside it.
    private static readonly KeyValuePair<string, string>[] Defaults =
    [
        new("nthread", "1"),
        new("seed_per_iteration", "true"),
        new("verbosity", "0"),
    ];

    // The shotgun updater, gblinear's default, is a race between threads.
    private static readonly KeyValuePair<string, string>[] LinearDefaults =
    [
        new("updater", "coord_descent"),
        new("feature_selector", "cyclic"),
    ];

    // Properties of the trees that are already there.
    private static readonly HashSet<string> FixedByTheModel =
        new(["base_score", "booster", "num_class", "num_parallel_tree", "num_target", "objective"], StringComparer.Ordinal);

    public static List<KeyValuePair<string, string>> WithDefaults(IReadOnlyDictionary<string, string> parameters)
    {
        bool isLinear = parameters.TryGetValue("booster", out string? booster) && booster == "gblinear";
        IEnumerable<KeyValuePair<string, string>> defaults = isLinear ? Defaults.Concat(LinearDefaults) : Defaults;
        return [.. defaults.Where(entry => !parameters.ContainsKey(entry.Key)), .. parameters];
    }

    public static void RequireOffered(IReadOnlyDictionary<string, string> parameters, string argument)
    {
        foreach ((string name, string value) in parameters)
        {
            string? reason = (name, value) switch
            {
                ("process_type", "update") =>
                    "it replaces every leaf by the new rows alone, sets leaves without new rows to zero and drops the trees beyond the rounds run",
                ("updater", _) when value.Contains("refresh", StringComparison.Ordinal) => "it is only sound inside process_type=update, which is not offered",
                ("updater", "shotgun") => "it is a race between threads: the same data would not give the same model",
                ("num_feature", _) => "the number of features is taken from the matrix",
                _ => null,
            };
            if (reason is not null)
            {
                throw new ArgumentException($"The parameter {name}={value} is not offered: {reason}.", argument);
            }
        }
    }

    public static void RequireFree(IReadOnlyDictionary<string, string> parameters, string argument)
    {
        string? name = parameters.Keys.FirstOrDefault(FixedByTheModel.Contains);
        if (name is not null)
        {
            throw new ArgumentException($"The parameter {name} is fixed once a model has trees: XGBoost would replace it for all of them, or ignore it.", argument);
        }
    }
}
