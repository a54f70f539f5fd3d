using System.Globalization;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>Checks that a text looks like five-field cron, so that a slip is found when the file is read and not at the first Sunday night.</summary>
internal static class CronShape
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly CronField[] Fields =
    [
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day of the month", 1, 31, []),
        new("month", 1, 12, Months),
        new("weekday", 0, 7, Weekdays),
    ];

    /// <summary>What is wrong with the text, or null.</summary>
    public static string? Problem(string text)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
            return $"expected five fields (minute, hour, day, month, weekday) such as \"0 6 * * *\", found {parts.Length} in \"{text}\"";

        for (int i = 0; i < parts.Length; i++)
        {
            CronField field = Fields[i];
            if (!parts[i].Split(',').All(item => IsItem(item, field)))
                return $"expected for {field.Name} *, or numbers from {field.Minimum} to {field.Maximum} with , - and /, found \"{parts[i]}\" in \"{text}\"";
        }

        return null;
    }

    private static bool IsItem(string item, CronField field)
    {
        string[] stepped = item.Split('/');
        if (stepped.Length > 2 || (stepped.Length == 2 && !(TryNumber(stepped[1], out int step) && step > 0 && step <= field.Maximum)))
            return false;
        if (stepped[0] == "*")
            return true;

        string[] ends = stepped[0].Split('-');
        return ends.Length switch
        {
            1 => Value(ends[0], field) is not null,
            2 => Value(ends[0], field) is { } first && Value(ends[1], field) is { } last && first <= last,
            _ => false,
        };
    }

    private static int? Value(string text, CronField field)
    {
        int index = Array.IndexOf(field.Names, text.ToUpperInvariant());
        if (index >= 0)
            return index + field.Minimum;
        return TryNumber(text, out int number) && number >= field.Minimum && number <= field.Maximum ? number : null;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private sealed record CronField(string Name, int Minimum, int Maximum, string[] Names);
}
