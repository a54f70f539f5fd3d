namespace Coppice.Server.Files;

public enum HeaderLine
{
    /// <summary>There is one unless a cell of the first line is a number or a date.</summary>
    Detect,
    Present,

    /// <summary>Columns are called c1, c2, ...</summary>
    Absent,
}
