namespace Coppice.Server.Storage;

/// <summary>A table with a number <c>id</c>, and the columns that a <see cref="BulkInsert"/> fills, in the order in which they are bound.</summary>
public sealed class InsertTable(string name, params (string Name, ColumnStorage Storage)[] columns)
{
    public string Name { get; } = name;

    public IReadOnlyList<(string Name, ColumnStorage Storage)> Columns { get; } = columns;

    internal string ColumnNames { get; } = string.Join(", ", columns.Select(c => c.Name));

    internal string SqliteInsert { get; } =
        $"INSERT INTO {name} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) ON CONFLICT DO NOTHING";
}

/// <summary>How a column holds its values.</summary>
public enum ColumnStorage
{
    Whole,
    Real,
    Text,
    Blob,
}
