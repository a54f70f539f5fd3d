using System.Globalization;
using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>A date as its age in days at the time the inputs are computed for.</summary>
public sealed record DateEncoder(string Column) : ColumnEncoder(Column)
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ", "O"];

    public override IReadOnlyList<string> FeatureNames => [$"{Column}.age_days"];

    public override void Encode(InputValue value, long asOf, Span<float> features)
    {
        if (value.Kind == InputKind.Word && TryParse(value.Word, out var time))
            features[0] = (float)((asOf - time.ToMicroseconds()) / (double)UtcMicroseconds.PerDay);
    }

    public static bool TryParse(ReadOnlySpan<char> word, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(word, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
