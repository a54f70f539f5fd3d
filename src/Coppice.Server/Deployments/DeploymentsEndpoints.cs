using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Deployments;

internal static class DeploymentsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/models/{model}/promote", async (string model, PromoteRequest body, HttpRequest request, ModelCatalog catalog, PromoteChallenger promote, DeploymentJournal journal, CancellationToken cancellation) =>
        {
            var (_, id) = catalog.Require(model);
            var line = await promote.RunAsync(id, model, VersionNumber.Parse(body.Version), body.By ?? Actors.Of(request), body.Reason, cancellation);
            return journal.Describe(model, line);
        })
            .WithSummary("Make a version the champion by hand.");
        routes.MapPost("/v1/models/{model}/rollback", async (string model, RollBackRequest body, HttpRequest request, ModelCatalog catalog, RollBackChampion rollBack, DeploymentJournal journal, CancellationToken cancellation) =>
        {
            var (_, id) = catalog.Require(model);
            VersionNumber? to = body.To is null ? null : VersionNumber.Parse(body.To);
            var line = await rollBack.RunAsync(id, model, to, body.By ?? Actors.Of(request), body.Reason ?? "asked for", cancellation);
            return journal.Describe(model, line);
        })
            .WithSummary("Return to the previous champion, or to a named version.");
        routes.MapGet("/v1/models/{model}/deployments", (string model, DateTimeOffset? at, ModelCatalog catalog, DeploymentJournal journal) =>
            journal.Read(model, catalog.Require(model).Id, at))
            .WithSummary("The journal of champions, newest first; with a time, the line in force then.");
    }
}
