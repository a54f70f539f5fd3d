namespace Coppice.Server.Storage;

/// <summary>A table with a number <c>id</c>, and the columns that a <see cref="BulkInsert"/> fills, in the order in which they are bound.</summary>
public sealed class InsertTable(string name, params (string Name, ColumnStorage Storage)[] columns)
{
    public string Name { get; } = name;

    public IReadOnlyList<(string Name, ColumnStorage Storage)> Columns { get; } = columns;

    /// <summary>Inserts one row, on either database.</summary>
    internal string InsertOne { get; } =
        $"INSERT INTO {name} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) ON CONFLICT DO NOTHING";

    internal string PostgresInsert { get; } =
        $"INSERT INTO {name} (id, {Names(columns)}) SELECT * FROM unnest($1, {string.Join(", ", columns.Select((_, i) => $"${i + 2}"))}) ON CONFLICT DO NOTHING RETURNING id";

    internal string PostgresCopy { get; } = $"COPY {name} (id, {Names(columns)}) FROM STDIN (FORMAT BINARY)";

    /// <summary>Takes a run of numbers; only one process writes, so none can come between.</summary>
    internal string PostgresReserve { get; } =
        $"SELECT setval(s, nextval(s) + $1 - 1) - $1 + 1 FROM (SELECT pg_get_serial_sequence('{name}', 'id')::regclass AS s) AS sequence";

    private static string Names((string Name, ColumnStorage Storage)[] columns) => string.Join(", ", columns.Select(c => c.Name));
}

/// <summary>How a column holds its values.</summary>
public enum ColumnStorage
{
    Whole,
    Real,
    Text,
    Blob,
}
