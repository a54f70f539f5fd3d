using System.Globalization;
using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates.Reviews;

/// <summary>How often decisions were right, and what the wrong ones cost.</summary>
public sealed class ScorecardReader(DecisionStore decisions, ReviewStore reviews, VersionStore versions)
{
    public ScorecardResponse Read(Session session, ModelDefinition model, long modelId)
    {
        var newest = reviews.Newest(session, modelId);
        var numbers = versions.List(session, modelId).ToDictionary(v => v.Id, v => v.Number.ToString());
        List<ReviewedDecision> all =
        [
            .. decisions.List(session, modelId)
                .Where(decision => decision.ChampionId is { } champion && champion != decision.VersionId)
                .Select(decision => Reviewed(decision, newest.GetValueOrDefault(decision.Id), numbers)),
        ];
        var wrong = all.Where(decision => decision.Verdict == ReviewVerdicts.Wrong).ToList();
        double cost = wrong.Sum(decision => -decision.Difference ?? 0);
        double? money = model.Costs is null ? null : wrong.Sum(decision => -decision.Saved ?? 0);
        return new ScorecardResponse(
            model.Name,
            all.Count(decision => decision.Verdict == ReviewVerdicts.Right),
            wrong.Count,
            all.Count(decision => decision.Verdict == ReviewVerdicts.CannotTell),
            cost,
            money,
            Sentence(model, all.Count, wrong.Count, cost, money),
            all);
    }

    private static ReviewedDecision Reviewed(DecisionRecord decision, DecisionReview? review, Dictionary<long, string> numbers) => new(
        numbers[decision.VersionId],
        numbers[decision.ChampionId!.Value],
        decision.Decision,
        decision.DecidedAt,
        review?.Verdict ?? ReviewVerdicts.CannotTell,
        review?.Rows ?? 0,
        review?.Metric,
        review?.Difference,
        review?.HalfWidth,
        review?.Saved,
        review?.SavedHalfWidth);

    private static string Sentence(ModelDefinition model, int all, int wrong, double cost, double? money)
    {
        if (all == 0)
            return $"{model.Name} has decided nothing yet that later labels could speak about.";
        if (wrong == 0)
            return "No decision has turned out wrong.";
        string metric = MetricDefinition.Find(model.Predicts, PrimaryMetric.Of(model.Predicts))!.DisplayName;
        string saved = money is { } lost ? string.Create(CultureInfo.InvariantCulture, $", {lost:N0} by 1,000 customers") : "";
        return string.Create(CultureInfo.InvariantCulture, $"What turned out wrong cost {cost:0.0000} in {metric} in all{saved}.");
    }
}
