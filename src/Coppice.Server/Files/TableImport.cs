using Coppice.Client;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Files;

/// <summary>
/// Reads a file twice: its beginning, to learn what its columns are, then all of it, to hand out its rows. Rows that cannot be
/// used are set aside with line and reason; none is dropped in silence.
/// </summary>
public sealed class TableImport
{
    private readonly string _path;

    private TableImport(string path, string file, ColumnMapping mapping, TableProfile profile)
    {
        _path = path;
        File = file;
        Mapping = mapping;
        Profile = profile;
    }

    /// <summary>The file's name as its sender knows it.</summary>
    public string File { get; }

    public ColumnMapping Mapping { get; }

    public TableProfile Profile { get; }

    public RowTally Tally { get; } = new();

    public long RowsRead => Tally.Read;

    public long SetAside => Tally.SetAside;

    public IReadOnlyList<RejectedRow> Rejects => Tally.Rejects;

    /// <summary>Roles by the column, or the value, that fills them.</summary>
    public IReadOnlyDictionary<string, string> Described
    {
        get
        {
            var described = new Dictionary<string, string>();
            foreach (var role in Enum.GetValues<ColumnRole>())
            {
                if (Mapping[role] is { } column)
                    described[Word(role)] = Profile.Columns[column].Name;
                else if (Mapping.Constant(role) is { } constant)
                    described[Word(role)] = $":={constant}";
            }

            return described;
        }
    }

    /// <summary>Opens a file and finds out what is in it.</summary>
    /// <exception cref="ImportException">It cannot be read, holds no rows, or lacks a column that is needed.</exception>
    public static TableImport Open(string path, string file, TableContent content, string? mapping) => Open(path, file, _ => (content, mapping));

    /// <summary>The same, where what the columns hold decides what the file brings, and which column is what.</summary>
    /// <exception cref="ImportException">It cannot be read, holds no rows, or lacks a column that is needed.</exception>
    public static TableImport Open(string path, string file, Func<TableProfile, (TableContent Content, string? Mapping)> decide)
    {
        var opening = TableFile.Open(path);
        if (!opening.IsOpen)
            throw new ImportException($"{file}: {opening.Problem}.");
        using var reader = opening.Reader;
        var profile = TableProfile.Read(reader);
        if (profile.Rows == 0 && profile.RejectedRows == 0)
            throw new ImportException($"{file} holds a header but no rows.");
        var (content, mapping) = decide(profile);
        var resolved = ColumnMapping.Resolve(content, profile, mapping);
        if (!resolved.IsResolved)
            throw new ImportException($"{file}: {resolved.Problem}.");
        return new TableImport(path, file, resolved.Mapping, profile);
    }

    /// <summary>Opens the rows, from the first.</summary>
    public TableRows Open() => new(TableFile.Open(_path).Reader!, this);

    /// <summary>Hands out what <paramref name="read"/> makes of each row; a row it finds fault with is set aside.</summary>
    public IEnumerable<T> Rows<T>(Func<ImportRow, T?> read)
        where T : class
    {
        using var rows = Open();
        while (rows.Read())
        {
            T? made = rows.Row.Fault is null ? read(rows.Row) : null;
            if (rows.Row.Fault is null && made is not null)
                yield return made;
            else
                rows.Reject(rows.Row.Fault ?? "nothing in it could be used");
        }
    }

    /// <summary>Lets no import pass that brought nothing.</summary>
    /// <exception cref="ImportException">Not one row could be used.</exception>
    internal void RequireSomeRows() => Tally.RequireSome(File);

    internal static string Word(ColumnRole role) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());
}
