namespace Coppice.Server.Quality;

/// <summary>
/// Which earlier files a file is to be held against: those of its kind with the same name but for numbers, or nearly the same columns. Orders and
/// visits are both events, and a column of the one is not missing from the other.
/// </summary>
public static class FileSeries
{
    /// <summary>What a request is called that names no file.</summary>
    public const string Unnamed = "the request";

    private const double LikeEnoughByName = 1.0 / 3;
    private const double LikeEnough = 0.8;
    private const int Most = 20;

    /// <summary>The newest of the file's series, newest first.</summary>
    public static IReadOnlyList<EarlierFile> Of(string file, string source, IReadOnlyCollection<string> columns, IEnumerable<ImportRecord> newestFirst) =>
    [
        .. newestFirst
            .Where(record => record.Source == source)
            .Select(EarlierFile.Of)
            .Where(earlier => Likeness(columns, earlier.Columns) >= (SameStem(file, earlier.Record.File) ? LikeEnoughByName : LikeEnough))
            .Take(Most),
    ];

    /// <summary>Whether two files have the same name but for digits and punctuation; also where neither has any.</summary>
    public static bool AreNamedAlike(string one, string other) => Stem(one) == Stem(other);

    private static bool SameStem(string one, string other) => one != Unnamed && Stem(one).Length > 0 && AreNamedAlike(one, other);

    private static string Stem(string file) => new([.. Path.GetFileNameWithoutExtension(file).Where(char.IsLetter).Select(char.ToLowerInvariant)]);

    // Jaccard: columns that both have, of all there are.
    private static double Likeness(IReadOnlyCollection<string> columns, IReadOnlyDictionary<string, ColumnFigures> earlier)
    {
        int both = columns.Count(earlier.ContainsKey);
        int either = columns.Count + earlier.Count - both;
        return either == 0 ? 1 : (double)both / either;
    }
}
