namespace Coppice.Server.Quality;

/// <summary>An earlier import and what its columns were.</summary>
public sealed record EarlierFile(ImportRecord Record, IReadOnlyDictionary<string, ColumnFigures> Columns)
{
    public static EarlierFile Of(ImportRecord record) => new(record, record.ReadColumns().DistinctBy(column => column.Name).ToDictionary(column => column.Name));
}
