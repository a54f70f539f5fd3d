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

    /// <summary>Writes this column's features of rows that follow one another: the same as value by value.</summary>
    /// <param name="column">What the rows hold.</param>
    /// <param name="from">The first row.</param>
    /// <param name="asOf">For each row the time it is for.</param>
    /// <param name="matrix">The rows' features, row-major.</param>
    /// <param name="width">Features of a row.</param>
    /// <param name="first">The place of this column's first feature in a row.</param>
    public virtual void Encode(InputColumn column, int from, ReadOnlySpan<long> asOf, Span<float> matrix, int width, int first)
    {
        int features = FeatureNames.Count;
        for (int i = 0; i < asOf.Length; i++)
            Encode(column[from + i], asOf[i], matrix.Slice((i * width) + first, features));
    }
}
