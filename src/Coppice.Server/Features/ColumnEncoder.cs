using System.Text.Json.Serialization;

namespace Coppice.Server.Features;

/// <summary>Turns one raw input into numbers a learner can take; fitted once per version.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NumberEncoder), "number")]
[JsonDerivedType(typeof(CategoryEncoder), "category")]
[JsonDerivedType(typeof(DateEncoder), "date")]
public abstract record ColumnEncoder(string Column)
{
    [JsonIgnore]
    public abstract IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Writes the features of one value into <paramref name="features"/>, which are missing (NaN) before; what is left untouched stays missing.</summary>
    public abstract void Encode(InputValue value, long asOf, Span<float> features);

    /// <summary>
    /// Writes this column's features at <paramref name="first"/> of every row of <paramref name="matrix"/>
    /// (row-major, <paramref name="width"/> features): the same as value by value.
    /// </summary>
    public void Encode(InputColumn column, ReadOnlySpan<long> asOf, Span<float> matrix, int width, int first)
    {
        int features = FeatureNames.Count;
        for (int row = 0; row < column.Numbers.Length; row++)
            Encode(column[row], asOf[row], matrix.Slice((row * width) + first, features));
    }
}
