namespace Coppice.Server.Files;

/// <summary>Limits of reading, and what is known about the file beforehand.</summary>
public sealed record TableOptions
{
    /// <summary>Null: found out from the first 64 KiB.</summary>
    public TableFormat? Format { get; init; }

    public HeaderLine Header { get; init; }

    /// <summary>Characters of one row. A longer one is set aside. Default 1 MiB.</summary>
    public int MaxRowLength { get; init; } = 1 << 20;

    /// <summary>Columns of the header. A wider file is refused. Default 4,096.</summary>
    public int MaxColumns { get; init; } = 4096;
}
