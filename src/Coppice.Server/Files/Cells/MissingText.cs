namespace Coppice.Server.Files.Cells;

/// <summary>Cells that say there is no value.</summary>
public static class MissingText
{
    /// <summary>Blank, or one of the words that programs write for nothing. In a column of words only blank counts: NA is also a country.</summary>
    public static bool IsMissing(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return cell.Length switch
        {
            0 => true,
            2 => cell is "NA" or "na" or "\\N",
            3 => cell is "N/A" or "n/a" || cell.Equals("nan", StringComparison.OrdinalIgnoreCase) || cell is "nil",
            4 => cell.Equals("null", StringComparison.OrdinalIgnoreCase) || cell is "None" or "#N/A",
            _ => false,
        };
    }
}
