using System.Runtime.CompilerServices;
using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Ramps;
using Coppice.Server.Storage;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Simulation;

/// <summary>
/// Plays the built-in shop through the real use cases, a day at a time: events arrive, customers are predicted about, outcomes
/// mature, models are retrained, judged, promoted and rolled back. The clock is the shop's.
/// </summary>
public sealed class PlayYear(
    Database database,
    WorkspaceClock clock,
    SimulatedTime simulatedTime,
    ModelCatalog models,
    ShopFeed feed,
    ShopPredictions predictions,
    MatureLabels matureLabels,
    RetrainModel retrain,
    ChampionWatch watch,
    AdvanceRamp ramps,
    MeasureDrift measureDrift,
    TriggerFactsReader facts,
    IEnumerable<ITrigger> triggers)
{
    private const int WeekDays = 7;

    /// <summary>A shop in which a version learnt just before the prices rise has to be taken back, as happens in about one of four.</summary>
    private const long DefaultSeed = 1;

    /// <summary>A model is retrained every fourth week: often enough to follow the shop, seldom enough for labels to gather.</summary>
    private const int RetrainEvery = 28;

    public async IAsyncEnumerable<DemoLine> RunAsync(DemoRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (feed.HasEvents())
            throw new RequestException("COP-DEMO-001", "This workspace holds events already; the demo plays in a workspace of its own.", RefusalKind.Conflict);
        var options = new ShopOptions
        {
            Seed = (ulong)(request.Seed ?? DefaultSeed),
            Customers = request.Customers ?? 1_500,
            NewCustomersPerDay = 2.5,
            HistoryDays = 365,
            Days = request.Days ?? 365,
        };
        if (options.Problems() is { Count: > 0 } problems)
            throw new RequestException(RequestCodes.BadRequest, string.Join(" ", problems), RefusalKind.BadInput);

        var shop = new Shop(options);
        var story = new ShopStory(options);
        feed.Record(shop.PlayHistory());
        for (int day = 0; day < options.Days; day++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var today = new DateTimeOffset(options.DateOf(day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            clock.StopAt(today);
            double fraction = (double)day / options.Days;
            if (story.On(day) is { } told)
                yield return Line("story", fraction, today, told);
            if (day % WeekDays == 0)
            {
                await foreach (var line in WeekAsync(shop, day, fraction, today, cancellationToken))
                    yield return line;
            }

            feed.Record([shop.Advance()]);
        }

        clock.StopAt(new DateTimeOffset(options.DateOf(options.Days).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        database.Write(session => simulatedTime.Keep(session, clock));
        yield return Line("end", 1, clock.GetUtcNow(), $"{options.Days} days are over");
    }

    private async IAsyncEnumerable<DemoLine> WeekAsync(
        Shop shop,
        int day,
        double fraction,
        DateTimeOffset today,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var model in models.All)
        {
            long modelId = models.Number(model.Name);
            var sweep = await matureLabels.RunAsync(model, cancellationToken);
            if (await watch.LookAsync(model, modelId, sweep, cancellationToken) is { } rollBack)
                yield return Line("rollback", fraction, today, $"{model.Name} rolled back: {rollBack.Reason}");
            await ramps.RunAsync(model, modelId, cancellationToken);
            var drifted = await measureDrift.RunAsync(model, modelId, cancellationToken);
            foreach (var view in drifted)
                yield return Line("drift", fraction, today, ShopStory.Tell(model.Name, view));
            if (Reason(model, modelId, day) is { } reason)
            {
                // A drift that was told a line above is reason enough.
                if (reason.Options.Trigger == TriggerNames.Performance || (reason.Options.Trigger == TriggerNames.Drift && drifted.Count == 0))
                    yield return Line("trigger", fraction, today, $"{model.Name}: {reason.Sentence}");
                var run = await retrain.RunAsync(model, reason.Options, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                yield return Line("decision", fraction, today, ShopStory.Tell(model.Name, run, ReplayPolicy.ResultOf(run)));
            }

            predictions.Ask(shop, model);
        }

        yield return Line("day", fraction, today, "") with { Models = [.. models.All.Select(predictions.Measure)] };
    }

    /// <summary>What went wrong asks first; the calendar is for what goes well.</summary>
    private (RetrainOptions Options, string Sentence)? Reason(ModelDefinition model, long modelId, int day)
    {
        var told = database.Read(session => facts.Read(session, model, modelId));
        foreach (var trigger in triggers.Where(trigger => trigger.Name is TriggerNames.Drift or TriggerNames.Performance))
        {
            if (trigger.Ask(told) is { State: TriggerState.Due } answer)
                return (new RetrainOptions(answer.Strategy, trigger.Name, Actors.Coppice, null), answer.Sentence);
        }

        return day % RetrainEvery == 0 ? (new RetrainOptions(Training.Strategies.Auto, TriggerNames.Schedule, Actors.Coppice, null), "") : null;
    }

    private DemoLine Line(string kind, double fraction, DateTimeOffset at, string text) => new(kind, fraction, at, text, feed.Events, feed.Customers, []);
}
