using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Batches;

/// <summary>A file of customers to answer about: a column of keys, and as many inputs as the file brings.</summary>
public sealed class QuestionFile
{
    private const string IdColumn = "prediction_id";

    private readonly TableImport _import;
    private readonly bool _isKeyed;
    private readonly int _idColumn;

    private QuestionFile(TableImport import, char delimiter)
    {
        _import = import;
        _isKeyed = import.Mapping[ColumnRole.Customer] is not null;
        Columns = [.. import.Profile.Columns.Select(c => c.Name)];
        _idColumn = Columns.ToList().IndexOf(IdColumn);
        Delimiter = delimiter;
    }

    /// <summary>The sender's columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What cells are apart by; a file of another kind is answered with commas.</summary>
    public char Delimiter { get; }

    /// <summary>Rows, those that will be set aside included; null where the file is longer than was read to know its columns.</summary>
    public long? RowCount => _import.Profile.Rows + _import.Profile.RejectedRows is < TableProfile.DefaultRows and var rows ? rows : null;

    public IReadOnlyList<RejectedRow> Rejects => _import.Rejects;

    /// <summary>Opens a file for some models.</summary>
    /// <exception cref="ImportException">It cannot be read, holds no rows, or has no customers where a model needs them.</exception>
    public static QuestionFile Open(UploadedFile file, IReadOnlyList<ModelDefinition> models)
    {
        var (header, delimiter) = Layout(file);
        string? mapping = file.Mapping;
        if (mapping is null && models.Select(m => m.Columns.Customer).FirstOrDefault(header.Contains) is { } customer)
            mapping = $"customer={customer}";
        var opened = new QuestionFile(TableImport.Open(file.Path, file.Name, TableContent.LabelledRows, mapping), delimiter);
        if (!opened._isKeyed && models.FirstOrDefault(m => m.Label is not ColumnLabel) is { } needing)
        {
            throw new ImportException(
                $"{file.Name}: {needing.Name} needs to know whom a row is about, so expected a column with the customer; there are {string.Join(", ", opened.Columns.Take(30))}. Say which: --map customer=COLUMN.");
        }

        return opened;
    }

    /// <summary>Rows of a file, counted by reading it.</summary>
    public static long CountRows(string path)
    {
        using var reader = TableFile.Open(path).Reader!;
        long rows = 0;
        while (reader.Read())
            rows++;
        return rows;
    }

    /// <summary>The rows after the first <paramref name="place"/>, in chunks; the last one says how all ended.</summary>
    public IEnumerable<BatchChunk> Chunks(long place, CancellationToken cancellationToken)
    {
        var rows = new List<QuestionRow>(AnswerRows.ChunkRows);
        foreach (var row in _import.Rows(Read))
        {
            if (_import.RowsRead <= place)
                continue;
            rows.Add(row);
            if (rows.Count < AnswerRows.ChunkRows)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            yield return Chunk(rows);
            rows = new List<QuestionRow>(AnswerRows.ChunkRows);
        }

        _import.RequireSomeRows();
        yield return Chunk(rows);
    }

    private BatchChunk Chunk(List<QuestionRow> rows) => new(rows, _import.RowsRead, _import.SetAside, _import.RowsRead);

    private QuestionRow? Read(ImportRow row)
    {
        string key = _isKeyed ? row.NeededText(ColumnRole.Customer) : $"row-{row.Line}";
        if (row.Fault is not null)
            return null;
        var request = new PredictionRequest(key, _idColumn < 0 ? null : row.Cell(_idColumn), row.Cells(IsInput));
        return new QuestionRow(request, [.. Enumerable.Range(0, Columns.Count).Select(row.Raw)], row.Line);
    }

    /// <summary>Whom a row is about and what its answer is called are no inputs: a model that learnt from them would know customers by name.</summary>
    private bool IsInput(int column) => column != _idColumn && column != _import.Mapping[ColumnRole.Customer];

    private static (IReadOnlyList<string> Header, char Delimiter) Layout(UploadedFile file)
    {
        var opening = TableFile.Open(file.Path);
        if (!opening.IsOpen)
            throw new ImportException($"{file.Name}: {opening.Problem}.");
        using var reader = opening.Reader;
        return ([.. reader.Header], opening.Format.Kind == TableKind.Delimited ? opening.Format.Delimiter : ',');
    }
}
