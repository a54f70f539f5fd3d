namespace Coppice.Server.Files.Columns;

/// <summary>The columns of a file as its first rows show them.</summary>
public sealed record TableProfile(IReadOnlyList<InferredColumn> Columns, long Rows, long RejectedRows)
{
    /// <summary>Rows that are enough to tell what a column is.</summary>
    public const int DefaultRows = 100_000;

    /// <summary>Rows that stand further up already, character by character.</summary>
    public long Repeated { get; init; }

    /// <summary>Reads at most <paramref name="maxRows"/> rows from where the reader stands.</summary>
    public static TableProfile Read(ITableReader reader, int maxRows = DefaultRows)
    {
        var profiles = new List<ColumnProfile>();
        long rows = 0;
        long rejected = 0;
        long repeated = 0;
        var seen = new HashSet<ulong>();
        while (rows + rejected < maxRows && reader.Read())
        {
            if (reader.Rejection is not null)
            {
                rejected++;
                continue;
            }

            if (!seen.Add(Fingerprint(reader.Row)))
                repeated++;

            // NDJSON brings columns as it goes: those that come late were empty in the rows before.
            while (profiles.Count < reader.Header.Count)
                profiles.Add(Late(reader.Header[profiles.Count], rows));
            for (int i = 0; i < profiles.Count; i++)
                profiles[i].Add(reader.Cell(i));
            rows++;
        }

        while (profiles.Count < reader.Header.Count)
            profiles.Add(Late(reader.Header[profiles.Count], rows));
        return new TableProfile([.. profiles.Select(profile => profile.Infer())], rows, rejected) { Repeated = repeated };
    }

    public InferredColumn? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);

    // FNV-1a: two different rows in a hundred thousand look the same once in a billion files.
    private static ulong Fingerprint(ReadOnlySpan<char> row)
    {
        ulong hash = 0xCBF29CE484222325UL;
        foreach (char c in row)
            hash = unchecked((hash ^ c) * 0x100000001B3UL);
        return hash;
    }

    private static ColumnProfile Late(string name, long rowsBefore)
    {
        var profile = new ColumnProfile(name);
        for (long row = 0; row < rowsBefore; row++)
            profile.Add(default);
        return profile;
    }
}
