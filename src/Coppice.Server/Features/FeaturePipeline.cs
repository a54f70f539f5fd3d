using System.Text.Json;
using System.Text.Json.Serialization;
using Coppice.Client;

namespace Coppice.Server.Features;

/// <summary>
/// From raw inputs to features. Fitted on a full retrain, frozen with the version, and the only way inputs become features,
/// in training and in serving alike.
/// </summary>
public sealed class FeaturePipeline
{
    [JsonConstructor]
    public FeaturePipeline(InputPlan inputs, IReadOnlyList<ColumnEncoder> encoders, IReadOnlyList<string> leftOut)
    {
        Inputs = inputs;
        Encoders = encoders;
        LeftOut = leftOut;
        FeatureNames = [.. encoders.SelectMany(e => e.FeatureNames)];
        int[] starts = new int[encoders.Count + 1];
        for (int i = 0; i < encoders.Count; i++)
            starts[i + 1] = starts[i] + encoders[i].FeatureNames.Count;
        Starts = starts;
    }

    public InputPlan Inputs { get; }

    public IReadOnlyList<ColumnEncoder> Encoders { get; }

    /// <summary>Raw inputs that were not used, with the reason.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    [JsonIgnore]
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The place of each encoder's first feature, and the number of features at the end.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Starts { get; }

    public static FeaturePipeline Fit(InputTable table, InputPlan inputs, FeatureOptions options)
    {
        var encoders = new List<ColumnEncoder>();
        var leftOut = new List<string>(inputs.Behaviour.LeftOut);
        foreach (var column in table.Columns.Where(c => !options.Excluded.Contains(c.Name) && !options.Without.HasFlag(InputGroups.Of(c.Name))))
        {
            var (encoder, reason) = PipelineFitter.Fit(column, options);
            if (encoder is not null)
                encoders.Add(encoder);
            else
                leftOut.Add($"{column.Name}: {reason}");
        }

        return new FeaturePipeline(inputs, encoders, leftOut);
    }

    /// <summary>Features of every row; <paramref name="asOf"/> is the time each row's inputs are for.</summary>
    public FeatureMatrix Transform(InputTable table, ReadOnlySpan<long> asOf)
    {
        float[] values = GC.AllocateUninitializedArray<float>(checked(table.Rows * FeatureNames.Count));
        Transform(table, 0, asOf, values);
        return new FeatureMatrix(FeatureNames, values, table.Rows);
    }

    /// <summary>Writes the features of rows that follow one another, row-major, in the caller's memory; <paramref name="asOf"/> has one time for each.</summary>
    public void Transform(InputTable table, int from, ReadOnlySpan<long> asOf, Span<float> values)
    {
        values.Fill(float.NaN);
        for (int i = 0; i < Encoders.Count; i++)
        {
            if (table.Find(Encoders[i].Column) is { } column)
                Encoders[i].Encode(column, from, asOf, values, FeatureNames.Count, Starts[i]);
        }
    }

    public byte[] Save() => JsonSerializer.SerializeToUtf8Bytes(this, CoppiceJson.Options);

    public static FeaturePipeline Load(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<FeaturePipeline>(bytes, CoppiceJson.Options)!;
}
