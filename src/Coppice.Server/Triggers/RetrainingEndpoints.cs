using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

internal static class RetrainingEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/retraining/status", (RetrainingReport report) => report.Read())
            .WithSummary("What Coppice does by itself, and what each model waits for.");
        routes.MapPost("/retraining/start", (HttpRequest request, RetrainingSwitch onOff, RetrainingReport report) =>
        {
            onOff.TurnOn(Actors.Of(request));
            return report.Read();
        })
            .WithSummary("Let runs start by themselves.");
        routes.MapPost("/retraining/stop", (HttpRequest request, RetrainingSwitch onOff, RetrainingReport report) =>
        {
            onOff.TurnOff(Actors.Of(request));
            return report.Read();
        })
            .WithSummary("Let no run start by itself until it is started again.");
        routes.MapPost("/retraining/force", (ForceRequest body, HttpRequest request, ModelCatalog catalog, RetrainModel retrain) =>
        {
            var options = new RetrainOptions(RunsEndpoints.StrategyOf(new RetrainRequest(body.Strategy)), TriggerNames.Manual, body.By ?? Actors.Of(request), null);
            IReadOnlyList<ModelDefinition> asked = body.Model is { } model ? [catalog.Require(model).Definition] : catalog.All;
            return asked.Select(definition => RunDescription.Of(retrain.Start(definition, options).Run, definition.Name)).ToList();
        })
            .WithSummary("Start runs now, whatever the triggers say.");
    }
}
