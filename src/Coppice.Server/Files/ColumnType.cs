namespace Coppice.Server.Files;

/// <summary>What the cells of a column are.</summary>
public enum ColumnType
{
    Number,
    Boolean,
    Date,
    Category,
    Text,
    Identifier,
}
