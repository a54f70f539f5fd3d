using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Quality;

/// <summary>What is kept of a column of a file, to hold later files against it. Values are kept as digests: nobody's data stays here.</summary>
public sealed record ColumnFigures
{
    /// <summary>A column with more different values is no list of categories.</summary>
    private const int MostValues = 200;
    private const double CommonShare = 0.01;
    private const int FewestCells = 20;

    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    public required long Rows { get; init; }

    public required long Missing { get; init; }

    public required ColumnContent Content { get; init; }

    public NumberSpread? Spread { get; init; }

    /// <summary>Digests of the values of a column of categories, the most frequent first; null where it is none.</summary>
    public IReadOnlyList<long>? Values { get; init; }

    /// <summary>How many of them, from the first, have more than one cell in a hundred each.</summary>
    public int Common { get; init; }

    public double MissingShare => Rows == 0 ? 0 : (double)Missing / Rows;

    public long Present => Rows - Missing;

    public static ColumnFigures Of(InferredColumn column)
    {
        long present = column.Rows - column.Missing;
        var counts = column.Type == ColumnType.Category && column.Counts is { Count: > 0 and <= MostValues } few ? few.OrderByDescending(value => value.Value).ToList() : null;
        return new ColumnFigures
        {
            Name = column.Name,
            Type = column.Type,
            Rows = column.Rows,
            Missing = column.Missing,
            Content = ContentOf(column, present),
            Spread = column.Type == ColumnType.Number ? column.Spread : null,
            Values = counts?.ConvertAll(value => DigestOf(value.Key)),
            Common = counts?.Count(value => value.Value > CommonShare * present) ?? 0,
        };
    }

    public static long DigestOf(string value) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    // A few slips do not change what a column holds, and a column that holds half of each holds neither.
    private static ColumnContent ContentOf(InferredColumn column, long present)
    {
        if (present < FewestCells)
            return ColumnContent.Unclear;
        if (column.Numbers >= 0.95 * present)
            return ColumnContent.Numbers;
        if (column.Dates >= 0.95 * present)
            return ColumnContent.Dates;
        return column.Numbers + column.Dates <= 0.05 * present ? ColumnContent.Words : ColumnContent.Unclear;
    }
}

/// <summary>What the cells of a column hold, as far as they agree.</summary>
public enum ColumnContent
{
    Unclear,
    Numbers,
    Dates,
    Words,
}
