using System.Globalization;
using Coppice.Server.Evaluation;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Rows of the past by which a challenger shows that it has forgotten nothing: of reserved customers, in nobody's lineage, older than the block.</summary>
/// <param name="Rows">In canonical order.</param>
/// <param name="Eras">Which of them are of which era, oldest first.</param>
public sealed record PastLabels(IReadOnlyList<Label> Rows, IReadOnlyList<(Era Era, int[] Rows)> Eras)
{
    private const int MostRowsOfAnEra = 2_000;
    private const int MostEras = 8;
    private const int FewestRows = 100;
    private const int FewestOfALabel = 20;
    private const string Salt = "era-v1";

    public static PastLabels Nothing { get; } = new([], []);

    /// <summary>The newest eras with enough rows.</summary>
    /// <param name="matured">All matured labels of the model.</param>
    /// <param name="block">The fresh block.</param>
    /// <param name="predicts">What the model predicts.</param>
    /// <param name="reserve">Share of customers that are reserved.</param>
    /// <param name="lineages">What the versions in question have seen.</param>
    /// <param name="worldSince">When a confirmed drift of labels or errors began; null where none did.</param>
    public static PastLabels Pick(
        IReadOnlyList<Label> matured, IReadOnlyList<Label> block, PredictionKind predicts, double reserve, IReadOnlyList<Lineage> lineages, DateTimeOffset? worldSince)
    {
        if (block.Count == 0 || !ReservedCustomers.AreKept(matured, reserve))
            return Nothing;
        long before = block.Min(label => label.AsOf);
        var unseen = matured.Where(label => label.AsOf < before && label.Source != LabelSource.Synthetic).ToList();
        var chosen = ReservedCustomers.Of(unseen, reserve)
            .Where(label => !lineages.Any(lineage => lineage.Contains(label.Id)))
            .GroupBy(label => Era.Of(UtcMicroseconds.ToTime(label.AsOf), worldSince))
            .Where(era => IsEnough([.. era], predicts))
            .OrderByDescending(era => era.Key.Name, StringComparer.Ordinal)
            .Take(MostEras)
            .SelectMany(era => era.OrderBy(BucketOf).ThenBy(label => label.Id).Take(MostRowsOfAnEra))
            .Select(label => label.Id)
            .ToHashSet();
        List<Label> rows = [.. unseen.Where(label => chosen.Contains(label.Id))];
        return new PastLabels(
            rows,
            [.. Enumerable.Range(0, rows.Count)
                .GroupBy(row => Era.Of(UtcMicroseconds.ToTime(rows[row].AsOf), worldSince))
                .OrderBy(era => era.Key.Name, StringComparer.Ordinal)
                .Select(era => (era.Key, era.ToArray()))]);
    }

    private static bool IsEnough(List<Label> era, PredictionKind predicts)
    {
        int positives = era.Count(label => label.Value > 0);
        return era.Count >= FewestRows && positives >= FewestOfALabel && (predicts == PredictionKind.Amount || era.Count - positives >= FewestOfALabel);
    }

    private static int BucketOf(Label label) => HashBucket.Of(Salt, label.Id.ToString(CultureInfo.InvariantCulture));
}
