using System.Globalization;

namespace Coppice.Server.Features;

/// <summary>Chooses the encoder of a column from what it holds.</summary>
internal static class PipelineFitter
{
    /// <summary>A column of words with more distinct values than this share of its rows names rows rather than kinds of rows.</summary>
    private const double IdentifierShare = 0.5;

    public static (ColumnEncoder? Encoder, string Reason) Fit(InputColumn column, FeatureOptions options)
    {
        var counts = new Dictionary<string, int>();
        int present = 0;
        int numeric = 0;
        int dates = 0;
        float lowest = float.PositiveInfinity;
        float highest = float.NegativeInfinity;
        for (int row = 0; row < column.Numbers.Length; row++)
        {
            string? word = column.Words?[row];
            float number = column.Numbers[row];
            if (word is null && float.IsNaN(number))
                continue;
            present++;
            if (word is null || float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
                numeric++;
            else if (DateEncoder.TryParse(word, out _))
                dates++;
            lowest = Math.Min(lowest, number);
            highest = Math.Max(highest, number);
        }

        if (present == 0)
            return (null, "always missing");
        string type = options.Types.GetValueOrDefault(column.Name) ?? (numeric == present ? "number" : dates == present ? "date" : "category");
        switch (type)
        {
            case "number" or "boolean":
                return numeric > 0 && lowest == highest && present == column.Numbers.Length
                    ? (null, "always the same")
                    : (new NumberEncoder(column.Name), "");
            case "date":
                return (new DateEncoder(column.Name), "");
            case "text":
                return (null, "free text");
        }

        for (int row = 0; row < column.Numbers.Length; row++)
        {
            if (column.WordAt(row) is { } word)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        if (counts.Count == 1 && present == column.Numbers.Length)
            return (null, "always the same");
        if (counts.Count > 50 && counts.Count > present * IdentifierShare)
            return (null, "names rows rather than kinds of rows");
        // Ordered by name so that the same values give the same columns whatever order the rows came in.
        string[] values = [.. counts
            .Where(c => c.Value >= options.FewestRows || counts.Count <= 2)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Take(options.MostCategories)
            .Select(c => c.Key)
            .Order(StringComparer.Ordinal)];
        return values.Length == 0 ? (null, "every value is rare") : (new CategoryEncoder(column.Name, values), "");
    }
}
