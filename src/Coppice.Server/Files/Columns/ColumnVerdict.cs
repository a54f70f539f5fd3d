using Coppice.Server.Files.Cells;

namespace Coppice.Server.Files.Columns;

/// <summary>Decides what a column is from what was counted.</summary>
internal static class ColumnVerdict
{
    // One typing slip in a hundred cells does not make a column of numbers a column of words; below a hundred cells none is forgiven.
    private const double ForgivenShare = 0.01;
    private const int FewCategories = 50;
    private const int MinKeyRows = 20;
    private const int LongText = 60;
    private const int MostCounts = 1_000;

    public static InferredColumn Of(ColumnProfile profile)
    {
        long needed = (long)Math.Ceiling(profile.Present * (1 - ForgivenShare));
        if (profile.Present < 100)
            needed = profile.Present;
        bool isUnique = profile.HasAllDistinct && profile.Distinct.Count == profile.Present && profile.Present >= MinKeyRows;
        var column = new InferredColumn
        {
            Name = profile.Name,
            Type = ColumnType.Category,
            Rows = profile.Rows,
            Missing = profile.Missing,
            Misfits = 0,
            Numbers = profile.Numbers,
            Dates = profile.BestDate().Count,
            Spread = profile.Spread,
            Counts = profile.Distinct.Count <= MostCounts ? profile.Distinct : null,
            Key = isUnique ? RowKey.Unique : RowKey.Repeats,
            Values = profile.Distinct.Count <= 20 ? [.. profile.Distinct.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => new ValueCount(value.Key, value.Value))] : null,
        };

        if (profile.Present == 0)
            return column;
        if (profile.Booleans == profile.Present && profile.Distinct.Count <= 4)
            return column with { Type = ColumnType.Boolean };
        if (AsDate(profile, column, needed) is { } dated)
            return dated;
        if (profile.Numbers >= needed)
            return column with { Type = AsNumber(profile, isUnique), Misfits = profile.Present - profile.Numbers };

        // In a column of words NA and None are words.
        return column with { Type = AsWords(profile, isUnique), Missing = profile.Blank };
    }

    private static InferredColumn? AsDate(ColumnProfile profile, InferredColumn column, long needed)
    {
        (DateForm form, long count, DateCertainty certainty) = profile.BestDate();
        if (count >= needed)
            return column with { Type = ColumnType.Date, DateForm = form, DateCertainty = certainty, Misfits = profile.Present - count };

        (form, count) = profile.BestNumericDate();
        bool isBelieved = NameHints.SpeaksOfTime(profile.Name)
            || (form.Order is DateOrder.YearMonthDay && profile.Distinct.Count >= MinKeyRows && !NameHints.SpeaksOfKey(profile.Name));
        return count >= needed && isBelieved
            ? column with { Type = ColumnType.Date, DateForm = form, Misfits = profile.Present - count }
            : null;
    }

    private static ColumnType AsNumber(ColumnProfile profile, bool isUnique) =>
        NameHints.SpeaksOfKey(profile.Name) && profile.Whole == profile.Numbers && (isUnique || profile.Distinct.Count > FewCategories)
            ? ColumnType.Identifier
            : ColumnType.Number;

    private static ColumnType AsWords(ColumnProfile profile, bool isUnique)
    {
        if (profile.MeanLength > LongText || (profile.SpacedShare > 0.5 && (isUnique || profile.MeanLength > LongText / 2)))
            return ColumnType.Text;
        if (isUnique || (NameHints.SpeaksOfKey(profile.Name) && profile.Distinct.Count > FewCategories))
            return profile.SpacedShare > 0.5 ? ColumnType.Text : ColumnType.Identifier;
        return ColumnType.Category;
    }
}
