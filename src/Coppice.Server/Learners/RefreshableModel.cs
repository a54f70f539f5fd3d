using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Coppice.Server.Learners;

/// <summary>
/// An XGBoost model in JSON whose leaves can be moved. Only the arrays that change are written anew; every other byte stays, names with rare
/// characters included.
/// </summary>
internal sealed class RefreshableModel
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly List<(int Start, int Length, float[] Values)> _changes = [];

    private RefreshableModel(ReadOnlyMemory<byte> json)
    {
        _json = json;
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement learner = document.RootElement.GetProperty("learner");
        JsonElement booster = learner.GetProperty("gradient_booster");
        Require(booster.GetProperty("name").GetString(), "gbtree", "booster");
        JsonElement parameters = learner.GetProperty("learner_model_param");
        Features = int.Parse(parameters.GetProperty("num_feature").GetString()!, CultureInfo.InvariantCulture);
        JsonElement model = booster.GetProperty("model");
        TreesPerRound = int.Parse(model.GetProperty("gbtree_model_param").GetProperty("num_parallel_tree").GetString()!, CultureInfo.InvariantCulture);
        Objective = ReadObjective(learner.GetProperty("objective"));
        StartingMargin = Objective.MarginOf(double.Parse(parameters.GetProperty("base_score").GetString()!, CultureInfo.InvariantCulture));
        Trees = [.. model.GetProperty("trees").EnumerateArray().Select(ReadTree)];
        Require(model.GetProperty("tree_info").EnumerateArray().Count(group => group.GetInt32() != 0), 0, "number of trees for further classes");
        Rates = LearningRates.Parse(
            learner.GetProperty("attributes").TryGetProperty(LearningRates.Attribute, out JsonElement rates) ? rates.GetString() : null,
            Trees.Length / TreesPerRound);
    }

    public int Features { get; }

    public int TreesPerRound { get; }

    public MarginLoss Objective { get; }

    public double StartingMargin { get; }

    public RefreshableTree[] Trees { get; }

    /// <summary>The learning rate of each round.</summary>
    public double[] Rates { get; }

    public static RefreshableModel Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return new RefreshableModel(json);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"A model in XGBoost's JSON was expected, but it cannot be read: {cause.Message}", cause);
        }
    }

    public byte[] Save()
    {
        var output = new ArrayBufferWriter<byte>(_json.Length + (_json.Length / 2));
        int copied = 0;
        foreach ((int start, int length, float[] values) in _changes.OrderBy(change => change.Start))
        {
            output.Write(_json.Span[copied..start]);
            WriteArray(values, output);
            copied = start + length;
        }

        output.Write(_json.Span[copied..]);
        return output.WrittenSpan.ToArray();
    }

    private static MarginLoss ReadObjective(JsonElement objective)
    {
        if (objective.TryGetProperty("reg_loss_param", out JsonElement loss))
        {
            Require(double.Parse(loss.GetProperty("scale_pos_weight").GetString()!, CultureInfo.InvariantCulture), 1, "scale_pos_weight");
        }

        double variancePower = objective.TryGetProperty("tweedie_regression_param", out JsonElement tweedie)
            ? float.Parse(tweedie.GetProperty("tweedie_variance_power").GetString()!, CultureInfo.InvariantCulture)
            : 0;
        return MarginLoss.Named(objective.GetProperty("name").GetString()!, variancePower);
    }

    private RefreshableTree ReadTree(JsonElement element)
    {
        var tree = new RefreshableTree(element, Features);
        Remember(element, "split_conditions", tree.Conditions);
        Remember(element, "sum_hessian", tree.Covers);
        Remember(element, "base_weights", tree.BaseWeights);
        return tree;
    }

    private void Remember(JsonElement tree, string name, float[] values)
    {
        // The document reads the bytes where they are, so the raw value is a part of them and its place is known.
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(tree.GetProperty(name));
        _json.Span.Overlaps(raw, out int start);
        _changes.Add((start, raw.Length, values));
    }

    private static void WriteArray(float[] values, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        for (int i = 0; i < values.Length; i++)
        {
            // Nine digits bring every float32 back; the exponent keeps XGBoost from reading a whole number as an integer.
            values[i].TryFormat(output.GetSpan(32), out int written, "E8", CultureInfo.InvariantCulture);
            output.Advance(written);
            output.Write(i == values.Length - 1 ? "]"u8 : ","u8);
        }
    }

    private static void Require<TValue>(TValue found, TValue expected, string name)
    {
        if (!EqualityComparer<TValue>.Default.Equals(found, expected))
        {
            throw new InvalidDataException($"A model with {name} {expected} was expected, but it has {found}.");
        }
    }
}
