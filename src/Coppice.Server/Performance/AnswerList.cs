using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>The rows behind the numbers of a model, and how scores and truth lie together.</summary>
public sealed class AnswerList(Database database, AnswerStore answers, VersionStore versions)
{
    private const int Bins = 100;
    private const int Tenths = 10;

    public AnswerFilter Choose(long modelId, string? version, DateTimeOffset? from, DateTimeOffset? until) =>
        new(modelId, version is null ? null : Require(modelId, version), from?.ToMicroseconds() ?? long.MinValue, until?.ToMicroseconds() ?? long.MaxValue);

    public AnswerPage Read(AnswerFilter filter, long? cursor, int most)
    {
        var found = database.Read(session => answers.Before(session, filter, cursor ?? long.MaxValue, most + 1));
        return new AnswerPage([.. found.Take(most).Select(Describe)], found.Count > most ? found[most - 1].Id : null);
    }

    public ScoresResponse Scores(ModelDefinition model, string? version, AnswerFilter filter)
    {
        var rows = database.Read(session => answers.Matured(session, filter));
        bool isChance = model.Predicts == PredictionKind.Probability;
        return new ScoresResponse(
            model.Name,
            version,
            rows.Count,
            isChance ? Binned(rows) : null,
            isChance ? null : InTenths(rows),
            model.Costs is { } costs ? new CostsResponse(costs.TruePositive, costs.FalsePositive, costs.FalseNegative, costs.TrueNegative) : null,
            isChance ? model.Costs?.Threshold ?? BinaryMetrics.DefaultThreshold : null);
    }

    private long Require(long modelId, string version)
    {
        var number = VersionNumber.Parse(version);
        return database.Read(session => versions.Find(session, modelId, number))?.Id
            ?? throw new RequestException(RequestCodes.BadRequest, $"There is no version {number} of this model.", RefusalKind.NotFound);
    }

    private static AnswerRow Describe(StoredAnswer answer) => new(
        answer.PredictionId,
        answer.Customer,
        UtcMicroseconds.ToTime(answer.AsOf),
        answer.Major is null ? "" : $"{answer.Major}.{answer.Minor}",
        answer.Score,
        answer.Label,
        answer.MaturesAt is { } at ? UtcMicroseconds.ToTime(at) : null);

    private static ScoreBin[] Binned(IReadOnlyList<(double Score, double Label)> rows)
    {
        var (positives, negatives, sums) = (new long[Bins], new long[Bins], new double[Bins]);
        foreach (var (score, label) in rows)
        {
            int bin = Math.Clamp((int)(score * Bins), 0, Bins - 1);
            (label > 0 ? positives : negatives)[bin]++;
            sums[bin] += score;
        }

        return [.. Enumerable.Range(0, Bins).Select(bin =>
        {
            long count = positives[bin] + negatives[bin];
            return new ScoreBin((double)bin / Bins, (bin + 1.0) / Bins, positives[bin], negatives[bin], count == 0 ? null : sums[bin] / count);
        })];
    }

    private static DecileResponse[] InTenths(IReadOnlyList<(double Score, double Label)> rows)
    {
        var ordered = rows.OrderBy(row => row.Score).ToList();
        return [.. Enumerable.Range(0, Tenths)
            .Select(tenth => ordered[(tenth * ordered.Count / Tenths)..((tenth + 1) * ordered.Count / Tenths)])
            .Where(some => some.Count > 0)
            .Select(some => new DecileResponse(some.Count, some.Average(row => row.Score), some.Average(row => row.Label)))];
    }
}
