using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Deployments;

internal static class DeploymentsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/models/{model}/promote", async (string model, PromoteRequest body, HttpRequest request, ModelCatalog catalog, PromoteChallenger promote, DeploymentJournal journal, ProposalList proposals, Database database, CancellationToken cancellation) =>
        {
            var (_, id) = catalog.Require(model);
            var promotion = await promote.RunAsync(id, model, VersionNumber.Parse(body.Version), body.By ?? Actors.Of(request), body.Reason, cancellation);
            return new PromoteResponse(
                promotion.Deployment is { } line ? journal.Describe(model, line) : null,
                promotion.Proposal is { } proposal ? database.Read(session => proposals.Describe(session, model, proposal)) : null);
        })
            .WithSummary("Make a version the champion by hand; past gates that did not let it through, where two must agree, it waits for the second.");
        routes.MapGet("/v1/models/{model}/versions/{version}/preview", async (string model, string version, ModelCatalog catalog, PreviewPromotion preview, CancellationToken cancellation) =>
        {
            var (definition, id) = catalog.Require(model);
            return await Task.Run(() => preview.RunAsync(definition, id, VersionNumber.Parse(version), cancellation), cancellation);
        })
            .WithSummary("What promoting a version would do: who changes decile, who crosses the line people act on, who moves most and why.");
        routes.MapGet("/v1/models/{model}/proposals", (string model, ModelCatalog catalog, ProposalList proposals, Database database) =>
        {
            var (_, id) = catalog.Require(model);
            return database.Read(session => proposals.Read(session, model, id));
        })
            .WithSummary("Promotions that wait for a second person, oldest first.");
        routes.MapPost("/v1/models/{model}/versions/{version}/approve", async (string model, string version, AnswerProposalRequest body, HttpRequest request, ModelCatalog catalog, ApproveProposal approve, DeploymentJournal journal, CancellationToken cancellation) =>
        {
            var (_, id) = catalog.Require(model);
            return journal.Describe(model, await approve.RunAsync(id, model, VersionNumber.Parse(version), body.By ?? Actors.Of(request), cancellation));
        })
            .WithSummary("Agree, as the second person, to a promotion that waits.");
        routes.MapPost("/v1/models/{model}/versions/{version}/withdraw", async (string model, string version, AnswerProposalRequest body, HttpRequest request, ModelCatalog catalog, WithdrawProposal withdraw, ProposalList proposals, Database database, CancellationToken cancellation) =>
        {
            var (_, id) = catalog.Require(model);
            var proposal = await withdraw.RunAsync(id, model, VersionNumber.Parse(version), body.By ?? Actors.Of(request), cancellation);
            return database.Read(session => proposals.Describe(session, model, proposal));
        })
            .WithSummary("Take a promotion that waits for a second person off the table.");
        routes.MapPost("/v1/models/{model}/rollback", async (string model, RollBackRequest body, HttpRequest request, ModelCatalog catalog, RollBackChampion rollBack, DeploymentJournal journal, CancellationToken cancellation) =>
        {
            var (_, id) = catalog.Require(model);
            VersionNumber? to = body.To is null ? null : VersionNumber.Parse(body.To);
            var line = await rollBack.RunAsync(id, model, to, body.By ?? Actors.Of(request), body.Reason ?? "asked for", cancellation);
            return journal.Describe(model, line);
        })
            .WithSummary("Return to the previous champion, or to a named version.");
        routes.MapPost("/v1/models/{model}/prune", async (string model, HttpRequest request, ModelCatalog catalog, PruneVersions prune, CancellationToken cancellation) =>
        {
            var (definition, id) = catalog.Require(model);
            var pruned = await prune.RunAsync(definition, id, Actors.Of(request), cancellation);
            return new PruneResponse(model, [.. pruned.Select(number => number.ToString())]);
        })
            .WithSummary("Let go of old versions by the policy of the definition file.");
        routes.MapPost("/v1/models/{model}/versions/{version}/pin", (string model, string version, HttpRequest request, ModelCatalog catalog, PinVersion pin, CancellationToken cancellation) =>
            PinAsync(model, version, PinState.Pinned, request, catalog, pin, cancellation))
            .WithSummary("Keep a version from being pruned.");
        routes.MapPost("/v1/models/{model}/versions/{version}/unpin", (string model, string version, HttpRequest request, ModelCatalog catalog, PinVersion pin, CancellationToken cancellation) =>
            PinAsync(model, version, PinState.Unpinned, request, catalog, pin, cancellation))
            .WithSummary("Let a version be pruned again.");
        routes.MapGet("/v1/models/{model}/deployments", (string model, DateTimeOffset? at, ModelCatalog catalog, DeploymentJournal journal) =>
            journal.Read(model, catalog.Require(model).Id, at))
            .WithSummary("The journal of champions, newest first; with a time, the line in force then.");
    }

    private static async Task<PinResponse> PinAsync(string model, string version, PinState state, HttpRequest request, ModelCatalog catalog, PinVersion pin, CancellationToken cancellation)
    {
        var number = VersionNumber.Parse(version);
        await pin.RunAsync(catalog.Require(model).Id, model, number, state, Actors.Of(request), cancellation);
        return new PinResponse(model, number.ToString(), state == PinState.Pinned);
    }
}
