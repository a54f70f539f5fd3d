using System.Text.Json;

namespace Coppice.XGBoost.Tests.Support;

/// <summary>Looks into the trees of a model saved as JSON.</summary>
internal sealed class ModelTrees(byte[] model)
{
    private readonly JsonElement[] _trees =
        [.. JsonElement.Parse(model).GetProperty("learner").GetProperty("gradient_booster").GetProperty("model").GetProperty("trees").EnumerateArray()];

    public int Count => _trees.Length;

    /// <summary>The text of a tree without its number, which differs when trees are appended.</summary>
    public string Text(int tree) =>
        string.Join('\n', _trees[tree].EnumerateObject().Where(property => property.Name != "id").Select(property => property.Name + property.Value.GetRawText()));

    public IEnumerable<float> LeafValues(int tree) => Conditions(tree, leaves: true);

    public IEnumerable<float> Thresholds(int tree) => Conditions(tree, leaves: false);

    public float[] Covers(int tree) => Floats(tree, "sum_hessian");

    public float[] Floats(int tree, string name) => [.. _trees[tree].GetProperty(name).EnumerateArray().Select(value => value.GetSingle())];

    private IEnumerable<float> Conditions(int tree, bool leaves)
    {
        int[] left = [.. _trees[tree].GetProperty("left_children").EnumerateArray().Select(child => child.GetInt32())];
        return Floats(tree, "split_conditions").Where((_, node) => left[node] < 0 == leaves);
    }
}
