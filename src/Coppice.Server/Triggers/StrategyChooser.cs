using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>Decides between an update and a retrain from scratch (methods 3.3), and which rows either learns from.</summary>
public static class StrategyChooser
{
    /// <summary>Fewer new rows, or positives among them, than this move a model by chance.</summary>
    private const int FewestNewRows = 200;
    private const int FewestNewPositives = 20;
    private const int OldestStructureDays = 90;
    private const int MostFailedUpdates = 3;

    /// <summary>An update looks back on at least this many of the newest rows.</summary>
    private const int FewestRowsLookedBack = 2_000;

    /// <summary>A model that only grows gets slower and over-fits; beyond this many trees, and one per feature, only a full retrain helps.</summary>
    public const int MostTrees = 600;

    public static StrategyChoice Choose(
        string asked,
        ModelDefinition model,
        IncrementalOptions options,
        Standing standing,
        IReadOnlyList<Label> training,
        DateTimeOffset now)
    {
        if (standing.Champion is not { } champion || !model.Recipe.HasMembers)
            return new StrategyChoice(Strategies.Full, training);
        string method = asked switch
        {
            Strategies.Refresh or Strategies.Grow => asked,
            _ => options.Method == IncrementalMethod.Grow ? Strategies.Grow : Strategies.Refresh,
        };
        var news = News(standing, training);
        string strategy = asked switch
        {
            Strategies.Full => Strategies.Full,
            Strategies.Auto => HasNewRecipe(champion, model) || NeedsFull(standing, champion, news, now) ? Strategies.Full : method,
            _ => method,
        };
        if (strategy == Strategies.Full || (strategy == Strategies.Grow && champion.Version.Trees + IncrementalOptions.GrowTrees > MostTrees + champion.Pipeline.FeatureNames.Count))
            return new StrategyChoice(Strategies.Full, training);
        bool tooFew = asked == Strategies.Auto && AreTooFew(news);
        if (news.Count == 0 || tooFew)
        {
            // Where all there is to learn from is little, so is what comes new, and it would wait for a schedule.
            return news.Count > 0 && CountUnseen(standing) >= champion.Version.StructuralRows
                ? new StrategyChoice(Strategies.Full, training)
                : new StrategyChoice(strategy, [], $"{model.Name} waits: {news.Count:N0} labels that {champion.Number} has not seen may be learnt from, an update wants {FewestNewRows} with {FewestNewPositives} positive ones. New labels judge first and teach afterwards.");
        }

        return new StrategyChoice(strategy, strategy == Strategies.Grow ? news : LookBack(training, news, champion.Version));
    }

    /// <summary>Rows that may be learnt from and that the champion has not seen.</summary>
    public static IReadOnlyList<Label> News(Standing standing, IReadOnlyList<Label> training) => [.. training.Where(l => !standing.ChampionLineage.Contains(l.Id))];

    /// <summary>Whether so few rows would move a model by chance.</summary>
    public static bool AreTooFew(IReadOnlyList<Label> news) => news.Count < FewestNewRows || news.Count(l => l.Value > 0) < FewestNewPositives;

    /// <summary>What an update learns from: the news, and the newest of what the parent has seen.</summary>
    public static IReadOnlyList<Label> LookBack(IReadOnlyList<Label> training, IReadOnlyList<Label> news, ModelVersion parent)
    {
        int most = (int)Math.Max(parent.StructuralRows / 2, FewestRowsLookedBack);
        var newest = training.OrderByDescending(l => l.AsOf).ThenByDescending(l => l.Id).Take(most).Select(l => l.Id).ToHashSet();
        newest.UnionWith(news.Select(l => l.Id));
        return [.. training.Where(l => newest.Contains(l.Id))];
    }

    /// <summary>Those that wait to judge included.</summary>
    private static int CountUnseen(Standing standing) => standing.Labels.Count(l => l.Source != LabelSource.Synthetic && !standing.ChampionLineage.Contains(l.Id));

    /// <summary>An update keeps the recipe of the version it stands on, so a new one asks for a retrain from scratch.</summary>
    private static bool HasNewRecipe(LoadedVersion champion, ModelDefinition model) =>
        (champion.Recipe is { } recipe && recipe != model.Recipe) || (model.CompanionRecipe is { } quick && champion.Quick?.Recipe != quick);

    private static bool NeedsFull(Standing standing, LoadedVersion champion, IReadOnlyList<Label> news, DateTimeOffset now) =>
        news.Count >= champion.Version.StructuralRows
        || now - (standing.StructureOf ?? now) > TimeSpan.FromDays(OldestStructureDays)
        || standing.FailedUpdates >= MostFailedUpdates;
}
