using System.Globalization;
using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>A date as its age in days at the time the inputs are computed for.</summary>
public sealed record DateEncoder(string Column) : ColumnEncoder(Column)
{
    public override IReadOnlyList<string> FeatureNames => [$"{Column}.age_days"];

    public override void Encode(InputColumn column, ReadOnlySpan<long> asOf, Span<float> matrix, int width, int first)
    {
        for (int row = 0; row < column.Numbers.Length; row++)
        {
            if (TryParse(column.Words?[row], out var time))
                matrix[(row * width) + first] = (float)((asOf[row] - time.ToMicroseconds()) / (double)UtcMicroseconds.PerDay);
        }
    }

    public static bool TryParse(string? word, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(word, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ", "O"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
