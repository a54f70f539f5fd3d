using Coppice.Client;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Batches;

/// <summary>
/// A file of customers to answer about: a column of keys, and as many inputs as the file brings. It may also be a file of notes: then its
/// notes are the customers' own, and what they say is input.
/// </summary>
public sealed class QuestionFile
{
    private const string IdColumn = "prediction_id";

    private readonly TableImport _import;
    private readonly bool _isKeyed;
    private readonly int _idColumn;

    private QuestionFile(TableImport import, char delimiter, Intake? notes)
    {
        _import = import;
        _isKeyed = import.Mapping[ColumnRole.Customer] is not null;
        Columns = [.. import.Profile.Columns.Select(c => c.Name)];
        _idColumn = Columns.ToList().IndexOf(IdColumn);
        Delimiter = delimiter;
        Notes = notes;
    }

    /// <summary>The sender's columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What cells are apart by; a file of another kind is answered with commas.</summary>
    public char Delimiter { get; }

    /// <summary>The sending by which the file's notes are kept; null where it holds none.</summary>
    public Intake? Notes { get; }

    /// <summary>Rows, those that will be set aside included; null where the file is longer than was read to know its columns.</summary>
    public long? RowCount => _import.Profile.Rows + _import.Profile.RejectedRows is < TableProfile.DefaultRows and var rows ? rows : null;

    public IReadOnlyList<RejectedRow> Rejects => _import.Rejects;

    /// <summary>Opens a file for some models.</summary>
    /// <exception cref="ImportException">It cannot be read, holds no rows, or has no customers where a model needs them.</exception>
    public static QuestionFile Open(UploadedFile file, IReadOnlyList<ModelDefinition> models, NoteIntakes intakes)
    {
        Intake? notes = null;
        var import = TableImport.Open(file.Path, file.Name, table =>
        {
            if (models.Any(m => m.Features.HasFlag(FeatureGroups.Notes)) && HoldsNotes(table, file.Mapping))
            {
                notes = intakes.BeginQuestion();
                return (notes.Content, notes.Mapping(file.Mapping));
            }

            string? customer = models.Select(m => m.Columns.Customer).FirstOrDefault(c => table.Columns.Any(column => column.Name == c));
            return (TableContent.LabelledRows, file.Mapping ?? (customer is null ? null : $"customer={customer}"));
        });
        var opened = new QuestionFile(import, DelimiterOf(file.Path), notes);
        if (!opened._isKeyed && models.FirstOrDefault(m => m.Label is not ColumnLabel) is { } needing)
        {
            throw new ImportException(
                $"{file.Name}: {needing.Name} needs to know whom a row is about, so expected a column with the customer; there are {string.Join(", ", opened.Columns.Take(30))}. Say which: --map customer=COLUMN.");
        }

        return opened;
    }

    /// <summary>A column of sentences with a customer beside it. What is called a note is one, however short.</summary>
    private static bool HoldsNotes(TableProfile table, string? mapping) =>
        ColumnMapping.Resolve(TableContent.NewNotes, table, mapping).Mapping?[ColumnRole.Text] is { } text
        && (table.Columns[text].Type == ColumnType.Text || NameHints.SpeaksOfNotes(table.Columns[text].Name));

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
    /// <param name="place">Rows to pass over.</param>
    /// <param name="sending">A name for this sending. Several notes about a customer are one question, so by it they get one answer.</param>
    /// <param name="cancellationToken">Stops between two chunks.</param>
    public IEnumerable<BatchChunk> Chunks(long place, string sending, CancellationToken cancellationToken)
    {
        var rows = new List<QuestionRow>(AnswerRows.ChunkRows);
        foreach (var row in _import.Rows(row => Notes is null ? Read(row) : ReadNote(row, Notes, sending)))
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
        return new QuestionRow(request, Cells(row), row.Line);
    }

    /// <summary>Whom a row is about and what its answer is called are no inputs: a model that learnt from them would know customers by name.</summary>
    private bool IsInput(int column) => column != _idColumn && column != _import.Mapping[ColumnRole.Customer];

    private QuestionRow? ReadNote(ImportRow row, Intake notes, string sending)
    {
        var note = NoteRow.Read(row, notes);
        if (row.Fault is not null)
            return null;
        string? id = _idColumn < 0 ? null : row.Cell(_idColumn);
        return new QuestionRow(new PredictionRequest(note.Customer, id ?? $"{sending}:{note.Customer}", row.Cells(IsSaidBeside)), Cells(row), row.Line);
    }

    /// <summary>The note itself is kept with the customer.</summary>
    private bool IsSaidBeside(int column) => column != _idColumn && _import.Mapping.IsProperty(column);

    private IReadOnlyList<string> Cells(ImportRow row) => [.. Enumerable.Range(0, Columns.Count).Select(row.Raw)];

    private static char DelimiterOf(string path)
    {
        var opening = TableFile.Open(path);
        using var reader = opening.Reader;
        return opening.IsOpen && opening.Format.Kind == TableKind.Delimited ? opening.Format.Delimiter : ',';
    }
}
