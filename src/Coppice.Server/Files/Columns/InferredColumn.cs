using Coppice.Server.Files.Cells;

namespace Coppice.Server.Files.Columns;

/// <summary>What a column is taken to be, and on what evidence.</summary>
public sealed record InferredColumn
{
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    public required long Rows { get; init; }

    /// <summary>Cells without a value.</summary>
    public required long Missing { get; init; }

    /// <summary>Cells with a value that is not of the type: a few are tolerated, and set aside where the value is needed.</summary>
    public required long Misfits { get; init; }

    /// <summary>The different values, up to twenty in ordinal order; null when there are more.</summary>
    public IReadOnlyList<ValueCount>? Values { get; init; }

    /// <summary>Cells that could be read as a number, whatever the column was taken to be.</summary>
    public long Numbers { get; init; }

    /// <summary>Cells that could be read as a date in the form most of them have.</summary>
    public long Dates { get; init; }

    /// <summary>Where those numbers lie; null where there are none.</summary>
    public NumberSpread? Spread { get; init; }

    /// <summary>How often each value occurs, up to a thousand different ones; null when there are more.</summary>
    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    /// <summary>How dates are written, when they are.</summary>
    public DateForm? DateForm { get; init; }

    public DateCertainty DateCertainty { get; init; }

    /// <summary>Whether every value occurs once, as far as was counted.</summary>
    public required RowKey Key { get; init; }
}

public enum RowKey
{
    Repeats,
    Unique,
}
