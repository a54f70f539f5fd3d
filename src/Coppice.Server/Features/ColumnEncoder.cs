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

    /// <summary>
    /// Writes this column's features at <paramref name="first"/> of every row of <paramref name="matrix"/>
    /// (row-major, <paramref name="width"/> features); what it leaves untouched is missing.
    /// </summary>
    public abstract void Encode(InputColumn column, ReadOnlySpan<long> asOf, Span<float> matrix, int width, int first);
}
