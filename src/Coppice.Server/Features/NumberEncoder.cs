using System.Globalization;

namespace Coppice.Server.Features;

/// <summary>A number as it is; a word that is no number is missing.</summary>
public sealed record NumberEncoder(string Column) : ColumnEncoder(Column)
{
    public override IReadOnlyList<string> FeatureNames => [Column];

    public override void Encode(InputValue value, long asOf, Span<float> features)
    {
        float number = value.Number;
        if (value.Kind == InputKind.Word && !float.TryParse(value.Word, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            return;
        if (float.IsFinite(number))
            features[0] = number;
    }

    // Most columns of a wide table hold numbers, and most of those are missing: one pass without a call per value.
    public override void Encode(InputColumn column, int from, ReadOnlySpan<long> asOf, Span<float> matrix, int width, int first)
    {
        if (column.Words is not null)
        {
            base.Encode(column, from, asOf, matrix, width, first);
            return;
        }

        var numbers = column.Numbers.AsSpan(from, asOf.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (float.IsFinite(numbers[i]))
                matrix[(i * width) + first] = numbers[i];
        }
    }
}
