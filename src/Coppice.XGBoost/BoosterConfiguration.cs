using System.Text.Json;

namespace Coppice.XGBoost;

/// <summary>Reads the configuration that the native library reports for a booster.</summary>
internal sealed class BoosterConfiguration(ReadOnlySpan<byte> json)
{
    // Taken by the learner or the whole library, and not reported back under their own name.
    private static readonly HashSet<string> NeverReported = new(["eval_metric", "verbosity"], StringComparer.Ordinal);

    private readonly JsonElement _root = JsonElement.Parse(json);

    public string BoosterName => GradientBooster.GetProperty("name").GetString()!;

    /// <summary>More than one for a random forest, which must not be continued.</summary>
    public int ParallelTrees =>
        GradientBooster.TryGetProperty("gbtree_model_param", out JsonElement model)
            ? int.Parse(model.GetProperty("num_parallel_tree").GetString()!)
            : 1;

    private JsonElement GradientBooster => _root.GetProperty("learner").GetProperty("gradient_booster");

    /// <summary>The first parameter that nothing in the booster takes: a misspelling, or one of another booster. XGBoost itself only prints a warning.</summary>
    public string? FirstUnknown(IEnumerable<string> parameters) =>
        parameters.FirstOrDefault(name => !NeverReported.Contains(name) && !Contains(_root, name));

    private static bool Contains(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(property => property.NameEquals(name) || Contains(property.Value, name)),
        JsonValueKind.Array => element.EnumerateArray().Any(item => Contains(item, name)),
        _ => false,
    };
}
