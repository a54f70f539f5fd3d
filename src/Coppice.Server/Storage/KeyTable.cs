namespace Coppice.Server.Storage;

/// <summary>A table that gives numbers to keys: <c>id</c>, and a unique text.</summary>
public sealed class KeyTable(string name, string column)
{
    public string Name { get; } = name;

    internal string Find { get; } = $"SELECT id FROM {name} WHERE {column} = $1";

    internal string Add { get; } = $"INSERT INTO {name} ({column}) VALUES ($1) RETURNING id";

    internal string FindMany { get; } = $"SELECT id, {column} FROM {name} WHERE {column} = ANY ($1)";

    /// <summary>Numbers follow the order in which keys were met, the same in both databases.</summary>
    internal string AddMany { get; } =
        $"INSERT INTO {name} ({column}) SELECT k FROM unnest($1) WITH ORDINALITY AS given (k, place) ORDER BY place RETURNING id, {column}";
}
