namespace Coppice.Server.Files.Columns;

/// <summary>Which column of a file is what.</summary>
public sealed class ColumnMapping
{
    private const string DefaultEventType = "purchase";

    private readonly IReadOnlyDictionary<ColumnRole, int> _columns;
    private readonly IReadOnlyDictionary<ColumnRole, string> _constants;
    private readonly HashSet<int> _taken;

    internal ColumnMapping(IReadOnlyDictionary<ColumnRole, int> columns, IReadOnlyDictionary<ColumnRole, string> constants)
    {
        _columns = columns;
        _constants = constants;
        _taken = [.. columns.Values];
    }

    /// <summary>The column of a role, or null when the file has none.</summary>
    public int? this[ColumnRole role] => _columns.TryGetValue(role, out int column) ? column : null;

    /// <summary>The value that every row has in a role, when it was given or is understood.</summary>
    public string? Constant(ColumnRole role) => _constants.GetValueOrDefault(role);

    /// <summary>Whether a column has no role; also true of columns that NDJSON brings later.</summary>
    public bool IsProperty(int column) => !_taken.Contains(column);

    /// <summary>
    /// Finds the columns by their names, or as <paramref name="given"/> says: <c>customer=client_id,time=when,type:=purchase</c>, where
    /// <c>:=</c> gives a value instead of a column.
    /// </summary>
    public static ColumnMappingResult Resolve(TableContent content, IReadOnlyList<string> header, string? given = null) => Resolve(content, header, given, []);

    /// <summary>The same, with what the columns hold: where only one of them holds sentences, that is the text, whatever it is called.</summary>
    public static ColumnMappingResult Resolve(TableContent content, TableProfile table, string? given = null) => Resolve(
        content,
        [.. table.Columns.Select(column => column.Name)],
        given,
        [.. Enumerable.Range(0, table.Columns.Count).Where(column => table.Columns[column].Type == ColumnType.Text)]);

    private static ColumnMappingResult Resolve(TableContent content, IReadOnlyList<string> header, string? given, IReadOnlyList<int> texts)
    {
        IReadOnlyList<RoleNames.Role> roles = RoleNames.Of(content);
        var columns = new Dictionary<ColumnRole, int>();
        var constants = new Dictionary<ColumnRole, string>();
        if (GivenMapping.Apply(given, roles, header, columns, constants) is { } problem)
            return new ColumnMappingResult(null, problem);

        FindByName(roles, header, columns, constants);
        if (texts is [var text] && !Has(ColumnRole.Text) && roles.Any(role => role.Id == ColumnRole.Text) && !columns.ContainsValue(text))
            columns[ColumnRole.Text] = text;
        foreach (RoleNames.Role role in roles)
        {
            if (role.Need is RoleNames.RoleNeed.Needed && !Has(role.Id))
                return new ColumnMappingResult(null, MissingSentence(role, header));
        }

        // Whom an outcome is about may be said by a prediction about them.
        if (content is TableContent.Outcomes && !Has(ColumnRole.Customer) && !Has(ColumnRole.PredictionId))
            return new ColumnMappingResult(null, MissingSentence(roles.First(role => role.Id is ColumnRole.Customer), header));

        if (content is TableContent.Events && !Has(ColumnRole.Type))
        {
            // A list of purchases has no column that says so.
            if (!columns.ContainsKey(ColumnRole.Value))
                return new ColumnMappingResult(null, $"expected a column for the event type or for its value; there are {Listed(header)}. Say which: --map type=COLUMN, or type:=purchase");
            constants[ColumnRole.Type] = DefaultEventType;
        }

        return new ColumnMappingResult(new ColumnMapping(columns, constants), null);

        bool Has(ColumnRole role) => columns.ContainsKey(role) || constants.ContainsKey(role);
    }

    internal static string Listed(IReadOnlyList<string> header) =>
        header.Count <= 30 ? string.Join(", ", header) : string.Join(", ", header.Take(30)) + $" and {header.Count - 30} more";

    private static void FindByName(
        IReadOnlyList<RoleNames.Role> roles, IReadOnlyList<string> header, Dictionary<ColumnRole, int> columns, Dictionary<ColumnRole, string> constants)
    {
        string[] plain = [.. header.Select(NameHints.Plain)];
        HashSet<int> taken = [.. columns.Values];
        foreach (RoleNames.Role role in roles.Where(role => !columns.ContainsKey(role.Id) && !constants.ContainsKey(role.Id)))
        {
            foreach (string name in role.Names)
            {
                int column = Array.IndexOf(plain, name);
                if (column < 0 || !taken.Add(column))
                    continue;
                columns[role.Id] = column;
                break;
            }
        }
    }

    private static string MissingSentence(RoleNames.Role role, IReadOnlyList<string> header)
    {
        string? nearest = role.Names.Select(name => NearestWord.Of(name, header)).FirstOrDefault(name => name is not null);
        string hint = nearest is null ? "" : $"; nearest is {nearest}";
        return $"expected a column for the {role.Word.Replace('_', ' ')}; there are {Listed(header)}{hint}. Say which: --map {role.Word}={nearest ?? "COLUMN"}";
    }
}
