using System.Diagnostics.Metrics;
using Coppice.Server.Deployments;
using Coppice.Server.Http.Metrics;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>What is live, for whoever draws charts: read from the journal at every scrape.</summary>
internal sealed class OverviewMetrics
{
    public OverviewMetrics(IMeterFactory meters, Database database, DefinitionInForce workspace, ModelStore models, DeploymentStore deployments, VersionStore versions)
    {
        var meter = meters.Create(MeterNames.Coppice);
        meter.CreateObservableGauge("coppice_model_version_info", () => database.Read(session => Live(session).ToList()), null, "1 for the version of each model that answers.");
        IEnumerable<Measurement<long>> Live(Session session)
        {
            foreach (var model in workspace.Models)
            {
                if (models.Find(session, model.Name) is { } id && deployments.Latest(session, id) is { } line && versions.Find(session, line.ToId) is { } version)
                    yield return new Measurement<long>(1, new("model", model.Name), new("version", version.Number.ToString()));
            }
        }
    }
}
