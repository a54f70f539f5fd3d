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
}
