namespace Coppice.Server.Files.Columns;

/// <summary>Reads what a person says about the columns: <c>customer=client_id,time=when,type:=purchase</c>.</summary>
internal static class GivenMapping
{
    public static string? Apply(
        string? given,
        IReadOnlyList<RoleNames.Role> roles,
        IReadOnlyList<string> header,
        Dictionary<ColumnRole, int> columns,
        Dictionary<ColumnRole, string> constants)
    {
        foreach (string part in (given ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int sign = part.IndexOf('=');
            bool isConstant = sign > 0 && part[sign - 1] == ':';
            string word = sign < 0 ? part : part[..(isConstant ? sign - 1 : sign)].Trim();
            string value = sign < 0 ? "" : part[(sign + 1)..].Trim();
            if (value.Length == 0 || word.Length == 0)
                return $"expected customer=COLUMN or type:=VALUE, found \"{part}\"";
            if (roles.FirstOrDefault(role => role.Word == word) is not { } role)
                return $"expected one of {string.Join(", ", roles.Select(role => role.Word))}, found \"{word}\"{DidYouMean(word, roles.Select(role => role.Word))}";
            if (columns.ContainsKey(role.Id) || constants.ContainsKey(role.Id))
                return $"{word} is given twice";

            if (isConstant)
                constants[role.Id] = value;
            else if (IndexOf(header, value) is >= 0 and var column)
                columns[role.Id] = column;
            else
                return $"there is no column \"{value}\"; there are {ColumnMapping.Listed(header)}{DidYouMean(value, header)}";
        }

        return null;
    }

    private static string DidYouMean(string word, IEnumerable<string> known) =>
        NearestWord.Of(word, known) is { } nearest ? $" (did you mean {nearest}?)" : "";

    private static int IndexOf(IReadOnlyList<string> header, string name)
    {
        for (int i = 0; i < header.Count; i++)
        {
            if (header[i] == name)
                return i;
        }

        return -1;
    }
}
