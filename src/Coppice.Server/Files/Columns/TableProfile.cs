namespace Coppice.Server.Files.Columns;

/// <summary>The columns of a file as its first rows show them.</summary>
public sealed record TableProfile(IReadOnlyList<InferredColumn> Columns, long Rows, long RejectedRows)
{
    /// <summary>Rows that are enough to tell what a column is.</summary>
    public const int DefaultRows = 100_000;

    /// <summary>Reads at most <paramref name="maxRows"/> rows from where the reader stands.</summary>
    public static TableProfile Read(ITableReader reader, int maxRows = DefaultRows)
    {
        var profiles = new List<ColumnProfile>();
        long rows = 0;
        long rejected = 0;
        while (rows + rejected < maxRows && reader.Read())
        {
            if (reader.Rejection is not null)
            {
                rejected++;
                continue;
            }

            // NDJSON brings columns as it goes: those that come late were empty in the rows before.
            while (profiles.Count < reader.Header.Count)
                profiles.Add(Late(reader.Header[profiles.Count], rows));
            for (int i = 0; i < profiles.Count; i++)
                profiles[i].Add(reader.Cell(i));
            rows++;
        }

        while (profiles.Count < reader.Header.Count)
            profiles.Add(Late(reader.Header[profiles.Count], rows));
        return new TableProfile([.. profiles.Select(profile => profile.Infer())], rows, rejected);
    }

    public InferredColumn? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);

    private static ColumnProfile Late(string name, long rowsBefore)
    {
        var profile = new ColumnProfile(name);
        for (long row = 0; row < rowsBefore; row++)
            profile.Add(default);
        return profile;
    }
}
