using System.Globalization;

namespace Coppice.Server.Features;

/// <summary>A number as it is; a word that is no number is missing.</summary>
public sealed record NumberEncoder(string Column) : ColumnEncoder(Column)
{
    public override IReadOnlyList<string> FeatureNames => [Column];

    public override void Encode(InputColumn column, ReadOnlySpan<long> asOf, Span<float> matrix, int width, int first)
    {
        float[] numbers = column.Numbers;
        for (int row = 0, at = first; row < numbers.Length; row++, at += width)
        {
            float number = numbers[row];
            if (column.Words?[row] is { } word && !float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
                number = float.NaN;
            matrix[at] = float.IsInfinity(number) ? float.NaN : number;
        }
    }
}
