using Coppice.Server.Files.Cells;

namespace Coppice.Server.Files.Columns;

/// <summary>Reads the cells of one column as what the column was taken to be, and says of a cell that does not fit what was expected.</summary>
public sealed class TypedCells(InferredColumn column)
{
    private long _before;

    /// <summary>Reads a number; null and no complaint when the cell has no value.</summary>
    public double? Number(ReadOnlySpan<char> cell, out string? complaint)
    {
        complaint = null;
        if (NumberText.TryParse(cell, out double number))
        {
            _before++;
            return number;
        }

        if (!MissingText.IsMissing(cell))
            complaint = $"{column.Name}: \"{DateForm.Shown(cell)}\" is not a number{Before("as in")}";
        return null;
    }

    /// <summary>Reads a moment in UTC; null and no complaint when the cell has no value.</summary>
    public DateTime? Date(ReadOnlySpan<char> cell, out string? complaint)
    {
        complaint = null;
        DateForm form = column.DateForm ?? DateForm.All[0];
        if (form.TryParse(cell, out DateTime utc))
        {
            _before++;
            return utc;
        }

        if (!MissingText.IsMissing(cell))
            complaint = form.Complaint(cell, _before);
        return null;
    }

    /// <summary>Reads a yes or no; null and no complaint when the cell has no value.</summary>
    public bool? Boolean(ReadOnlySpan<char> cell, out string? complaint)
    {
        complaint = null;
        if (BooleanText.TryParse(cell, out bool value))
        {
            _before++;
            return value;
        }

        if (!MissingText.IsMissing(cell))
            complaint = $"{column.Name}: \"{DateForm.Shown(cell)}\" is neither yes nor no{Before("as in")}";
        return null;
    }

    private string Before(string word) => _before > 0 ? $" {word} the {_before:N0} rows before it" : "";
}
