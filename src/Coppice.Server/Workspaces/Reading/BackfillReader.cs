using System.Globalization;

namespace Coppice.Server.Workspaces.Reading;

internal static class BackfillReader
{
    public static BackfillOptions Read(Section section)
    {
        var defaults = new BackfillOptions();
        var backfill = new BackfillOptions
        {
            Every = ReadCadence(section, defaults.Every),
            From = ReadDate(section),
            MaxRows = section.Integer("max_rows", defaults.MaxRows, 1, 100_000_000),
        };
        section.ReportUnknownKeys();
        return backfill;
    }

    private static Cadence ReadCadence(Section section, Cadence fallback)
    {
        DefinitionNode? value = section.Find("every");
        switch ((value as ScalarNode)?.Text)
        {
            case "month":
                return Cadence.Month;
            case "week":
                return Cadence.Of(TimeSpan.FromDays(7));
            case "day":
                return Cadence.Of(TimeSpan.FromDays(1));
            case { } text when DurationText.TryParse(text, out TimeSpan length) && length > TimeSpan.Zero:
                return Cadence.Of(length);
        }

        if (value is not null)
            section.Mismatch("every", "month, week, day, or a length of time such as 30d", value);
        return fallback;
    }

    private static DateOnly? ReadDate(Section section)
    {
        DefinitionNode? value = section.Find("from");
        if (value is ScalarNode scalar && DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        if (value is not null)
            section.Mismatch("from", "a date such as 2026-01-31", value);
        return null;
    }
}
