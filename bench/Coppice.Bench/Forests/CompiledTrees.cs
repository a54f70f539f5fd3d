using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Coppice.Bench.Forests;

/// <summary>A model as a C program of nested conditions, compiled for this processor: what treelite and others do.</summary>
internal sealed unsafe class CompiledTrees
{
    private readonly delegate* unmanaged<float*, long, float*, void> _score;

    /// <summary>Loads what was compiled.</summary>
    public CompiledTrees(string library)
    {
        _score = (delegate* unmanaged<float*, long, float*, void>)NativeLibrary.GetExport(NativeLibrary.Load(library), "score");
    }

    /// <summary>The program.</summary>
    public static string Source(byte[] model, float baseMargin, int columns)
    {
        var source = new StringBuilder();
        using var document = JsonDocument.Parse(model);
        var trees = document.RootElement.GetProperty("learner").GetProperty("gradient_booster").GetProperty("model").GetProperty("trees");
        for (int tree = 0; tree < trees.GetArrayLength(); tree++)
        {
            source.Append(CultureInfo.InvariantCulture, $"static float tree{tree}(const float *x) {{\n");
            Write(source, new Columns(trees[tree]), 0);
            source.Append("}\n");
        }

        source.Append("void score(const float *rows, long count, float *margins) {\n  for (long row = 0; row < count; row++) {\n");
        source.Append(CultureInfo.InvariantCulture, $"    const float *x = rows + row * {columns};\n    float margin = {Number(baseMargin)};\n");
        for (int tree = 0; tree < trees.GetArrayLength(); tree++)
            source.Append(CultureInfo.InvariantCulture, $"    margin += tree{tree}(x);\n");
        source.Append("    margins[row] = margin;\n  }\n}\n");
        return source.ToString();
    }

    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        fixed (float* values = rows, results = margins)
            _score(values, margins.Length, results);
    }

    private static void Write(StringBuilder source, Columns tree, int node)
    {
        if (tree.Left[node] < 0)
        {
            source.Append(CultureInfo.InvariantCulture, $"return {Number(tree.Condition[node])};\n");
            return;
        }

        // A comparison with NaN is false, so one comparison also sends missing values where they go.
        string value = $"x[{tree.Feature[node]}]", threshold = Number(tree.Condition[node]);
        source.Append(tree.DefaultLeft[node] != 0 ? $"if (!({value} >= {threshold})) {{\n" : $"if ({value} < {threshold}) {{\n");
        Write(source, tree, tree.Left[node]);
        source.Append("} else {\n");
        Write(source, tree, tree.Right[node]);
        source.Append("}\n");
    }

    private static string Number(float value) => value.ToString("E8", CultureInfo.InvariantCulture) + "f";

    private sealed class Columns(JsonElement tree)
    {
        public int[] Left { get; } = [.. tree.GetProperty("left_children").EnumerateArray().Select(e => e.GetInt32())];

        public int[] Right { get; } = [.. tree.GetProperty("right_children").EnumerateArray().Select(e => e.GetInt32())];

        public int[] Feature { get; } = [.. tree.GetProperty("split_indices").EnumerateArray().Select(e => e.GetInt32())];

        public float[] Condition { get; } = [.. tree.GetProperty("split_conditions").EnumerateArray().Select(e => e.GetSingle())];

        public int[] DefaultLeft { get; } =
            [.. tree.GetProperty("default_left").EnumerateArray().Select(e => e.ValueKind is JsonValueKind.True || (e.ValueKind is JsonValueKind.Number && e.GetInt32() != 0) ? 1 : 0)];
    }
}
