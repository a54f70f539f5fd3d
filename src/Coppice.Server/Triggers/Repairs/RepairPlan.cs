using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers.Repairs;

/// <summary>Which rungs a repair can try on the rows there are. It is known before the first of them is judged, so that it can be known how many share the rows.</summary>
internal sealed class RepairPlan(ChallengerRun challenger, TrainingOptions training, DecisionReport? promotion)
{
    public IReadOnlyList<PlannedRung> Of(RunGround ground)
    {
        var rows = ground.Split.Training;
        var news = StrategyChooser.News(ground.Standing, rows);
        var champion = ground.Standing.Champion!;
        string few = $"{news.Count:N0} labels that {champion.Number} has not seen may be learnt from, which is too few";
        var lookBack = StrategyChooser.LookBack(rows, news, champion.Version);
        string method = training.Incremental.Method == IncrementalMethod.Grow ? Strategies.Grow : Strategies.Refresh;
        bool canUpdate = !StrategyChooser.AreTooFew(news);
        return
        [
            CanCalibrate(ground.Model, news)
                ? new PlannedRung(RepairRungs.Recalibrate, challenger.UpdateOf(ground, Strategies.Recalibrate, news))
                : new PlannedRung(RepairRungs.Recalibrate, null, few),
            Threshold(ground.Model),
            canUpdate
                ? new PlannedRung(RepairRungs.Leaves, challenger.UpdateOf(ground, Strategies.Leaves, lookBack))
                : new PlannedRung(RepairRungs.Leaves, null, few),
            canUpdate
                ? new PlannedRung(RepairRungs.Trees, challenger.UpdateOf(ground, method, method == Strategies.Grow ? news : lookBack))
                : new PlannedRung(RepairRungs.Trees, null, few),
            new PlannedRung(RepairRungs.Full, challenger.PlanOf(ground)),
            training.Repair?.TuneMinutes is null
                ? new PlannedRung(RepairRungs.Tune, null, "no time for a search is given: training.repair.tune_minutes")
                : new PlannedRung(RepairRungs.Tune, challenger.PlanOf(ground)),
        ];
    }

    /// <summary>Where to act from follows from costs alone: it moves when they do, and is told; nothing is learnt (methods 7.3).</summary>
    private PlannedRung Threshold(ModelDefinition model) => (model.Costs?.Threshold, promotion?.Threshold?.Value) switch
    {
        (null, _) => new PlannedRung(RepairRungs.Threshold, null, "no costs say where to act from"),
        ({ } now, { } then) when Math.Abs(now - then) > 1e-12 => new PlannedRung(RepairRungs.Threshold, null, Text($"costs have moved it from {then:0.###} to {now:0.###}")) { IsMoved = true },
        ({ } now, _) => new PlannedRung(RepairRungs.Threshold, null, Text($"costs keep it at {now:0.###}; probabilities are mended, not the threshold")),
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>The same rows that any fit asks for: fewer would shift answers by chance.</summary>
    private static bool CanCalibrate(ModelDefinition model, IReadOnlyList<Label> news)
    {
        int positives = news.Count(l => l.Value > 0);
        return news.Count >= TrainModel.FewestRows
            && positives >= TrainModel.FewestOfAClass
            && (model.Predicts == PredictionKind.Amount || news.Count - positives >= TrainModel.FewestOfAClass);
    }
}
