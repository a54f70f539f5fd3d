using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

internal static class TuningEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/models/{model}/tune", (string model, TuneRequest body, HttpRequest request, ModelCatalog catalog, DefinitionInForce workspace, RetrainModel retrain) =>
        {
            var (definition, _) = catalog.Require(model);
            var options = new RetrainOptions(Strategies.Tune, TriggerNames.Tune, body.By ?? Actors.Of(request), null) { Tuning = OptionsOf(body, workspace) };
            return RunDescription.Of(retrain.Start(definition, options).Run, model);
        })
            .WithSummary("Search for a better recipe for a while; the winner is judged like any challenger.");
        routes.MapGet("/v1/models/{model}/tuning", (string model, ModelCatalog catalog, Database database, TunedRecipes tuned, DeploymentStore deployments, VersionStore versions) =>
        {
            var (definition, id) = catalog.Require(model);
            return database.Read(session => tuned.InUse(session, definition, deployments.Latest(session, id) is { } line ? versions.Find(session, line.ToId) : null)) is { } tuning
                ? Describe(tuning, model)
                : throw new TuningException(TuningCodes.NothingTuned, $"{model} is learnt with the recipe of coppice.yaml, {definition.Recipe.Name}.");
        })
            .WithSummary("The tuned recipe that a model is learnt with.");
        routes.MapDelete("/v1/models/{model}/tuning", async (string model, string? by, HttpRequest request, ModelCatalog catalog, ForgetTuning forget, CancellationToken cancellation) =>
        {
            var (definition, id) = catalog.Require(model);
            return Describe(await forget.RunAsync(definition, id, by ?? Actors.Of(request), cancellation), model);
        })
            .WithSummary("Go back to the recipe of the definition file from the next full retrain on.");
        routes.MapGet("/v1/runs/{id:long}/leaderboard", (long id, RunBoard board, Database database, RunStore runs, TuningStore tunings) =>
            // Read before what is stored: a search that ends in between is then found there.
            board.Find(id)?.Leaderboard ?? database.Read(session => Stored(session, id, runs, tunings)))
            .WithSummary("The recipes that a run has tried, the best first; so far, while it searches.");
        routes.MapPost("/v1/runs/{id:long}/finish", (long id, RunBoard board, Database database, RunStore runs, ModelStore models) =>
        {
            board.Find(id)?.Enough.Cancel();
            return RunsEndpoints.Find(id, database, runs, models);
        })
            .WithSummary("End the search of a run; it goes on with the best recipe so far.");
    }

    private static TuningOptions OptionsOf(TuneRequest body, DefinitionInForce workspace)
    {
        double minutes = body.Minutes ?? TuningOptions.DefaultMinutes;
        if (minutes is not (> 0 and <= TuningOptions.MostMinutes))
            throw new RequestException(RequestCodes.BadRequest, $"minutes: expected a number above 0, up to {TuningOptions.MostMinutes}, found {minutes}.", RefusalKind.BadInput);
        if (body.Fits is < 1)
            throw new RequestException(RequestCodes.BadRequest, $"fits: expected a number from 1, found {body.Fits}.", RefusalKind.BadInput);
        return new TuningOptions
        {
            Minutes = minutes,
            Seed = (ulong?)body.Seed ?? workspace.Training.Seed,
            MostFits = body.Fits,
            Purpose = body.DryRun ? TuningPurpose.Look : TuningPurpose.Challenge,
        };
    }

    private static Leaderboard Stored(Session session, long id, RunStore runs, TuningStore tunings)
    {
        if (runs.Find(session, id) is not { } run)
            throw new RequestException(RequestCodes.UnknownRun, $"There is no run {id}.", RefusalKind.NotFound);
        return tunings.Find(session, id) is { } tuning
            ? JsonSerializer.Deserialize<Leaderboard>(tuning.Leaderboard, CoppiceJson.Options)!
            : throw new TuningException(TuningCodes.NoLeaderboard, $"Run {id} ({run.Strategy}, {run.State}) has no leaderboard: it did not search, or has not measured a recipe yet.");
    }

    private static TuningResponse Describe(StoredTuning tuning, string model)
    {
        var board = JsonSerializer.Deserialize<Leaderboard>(tuning.Leaderboard, CoppiceJson.Options)!;
        return new TuningResponse(model, tuning.RunId, tuning.At, tuning.Actor, board.Lines[0].Recipe, board.Lines[0].Settings, board.Sentence);
    }
}
