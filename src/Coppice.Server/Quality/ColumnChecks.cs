using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Quality;

/// <summary>Holds the columns of a file against those of earlier files of its series.</summary>
public static class ColumnChecks
{
    /// <summary>Two files that agree say what a file of the series looks like; one alone does not.</summary>
    private const int FewestFiles = 2;
    private const int FewestCells = 20;
    private const double LeastMissing = 0.02;

    /// <summary>Adds a finding for every column that is not as it was.</summary>
    /// <param name="columns">The file's columns.</param>
    /// <param name="earlier">Newest first.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Look(IReadOnlyList<InferredColumn> columns, IReadOnlyList<EarlierFile> earlier, FindingList findings)
    {
        if (earlier.Count < FewestFiles)
            return;
        string files = $"the {earlier.Count} files before it";
        var now = columns.Select(column => column.Name).ToHashSet();
        foreach (string name in earlier[0].Columns.Keys.Where(name => !now.Contains(name) && earlier.All(file => file.Columns.ContainsKey(name))))
            findings.Add(QualityChecks.ColumnGone, $"the column {name} is gone; {files} all had it (the last is {earlier[0].Record.File} of {earlier[0].Record.At:yyyy-MM-dd}). Send the file with {name}.", name);
        foreach (var column in columns)
        {
            var before = earlier.Select(file => file.Columns.GetValueOrDefault(column.Name)).OfType<ColumnFigures>().ToList();
            if (before.Count == 0)
                findings.Add(QualityChecks.ColumnNew, $"the column {column.Name} is new; none of {files} had it. It is stored with its rows.", column.Name);
            else if (before.Count == earlier.Count)
                Look(column, before, findings);
        }
    }

    private static void Look(InferredColumn column, List<ColumnFigures> before, FindingList findings)
    {
        var now = ColumnFigures.Of(column);
        if (now is { Rows: >= FewestCells, Present: 0 } && before.TrueForAll(earlier => earlier.MissingShare <= 0.5))
        {
            findings.Add(QualityChecks.ColumnGone, $"the column {now.Name} is there and empty in all of {now.Rows:N0} rows; the {before.Count} files before it had it filled. Send the file with its values.", now.Name);
            return;
        }

        if (ChangedFrom(now, before) is { } content)
        {
            string words = $"expected {Word(content)} in {now.Name} as in the {before.Count} files before it, found {Word(now.Content)}. Look at how the file is written";
            findings.Add(QualityChecks.Type, $"{words}.", now.Name);
            return;
        }

        if (before.Count < Variation.FewestFiles || now.Rows < FewestCells)
            return;
        LookAtMissing(now, before, findings);
        NumberChecks.Look(now, before, findings);
        CategoryChecks.Look(column, now, before, findings);
    }

    private static ColumnContent? ChangedFrom(ColumnFigures now, List<ColumnFigures> before)
    {
        var contents = before.Select(column => column.Content).Where(content => content != ColumnContent.Unclear).ToList();
        return now.Content != ColumnContent.Unclear && contents.Count >= FewestFiles && contents.TrueForAll(content => content == contents[0]) && contents[0] != now.Content
            ? contents[0]
            : null;
    }

    private static void LookAtMissing(ColumnFigures now, List<ColumnFigures> before, FindingList findings)
    {
        var usual = new Variation(before.Select(column => column.MissingShare));
        // Luck of few rows: three standard errors of the usual share, or of one empty cell where there was none.
        double share = Math.Max(usual.Largest, 1.0 / now.Rows);
        double luck = 3 * Math.Sqrt(share * (1 - share) / now.Rows);
        if (now.MissingShare > usual.Bound(Math.Max(LeastMissing, luck)))
            findings.Add(QualityChecks.Missing, $"{now.Name} is empty in {now.MissingShare:0.0 %} of the rows; in the {before.Count} files before it at most {usual.Largest:0.0 %} were. Ask whoever writes the file.", now.Name);
    }

    private static string Word(ColumnContent content) => content.ToString().ToLowerInvariant();
}
