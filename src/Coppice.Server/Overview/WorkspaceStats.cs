using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Outcomes;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>Counts and ranges of everything a workspace holds.</summary>
public sealed class WorkspaceStats(
    Database database,
    CustomerStore customers,
    EventStore events,
    ProfileStore profiles,
    NoteStore notes,
    OutcomeStore outcomes,
    ExampleStore examples,
    PredictionStore predictions,
    VersionStore versions,
    DefinitionInForce workspace,
    ModelStore models,
    LabelStore labels,
    OpenLabels openLabels)
{
    public StatsResponse Read() => database.Read(session => new StatsResponse(
        customers.Count(session),
        [.. events.CountByType(session).Select(t => new EventTypeStats(t.Name, t.Count, UtcMicroseconds.ToTime(t.First), UtcMicroseconds.ToTime(t.Last), t.ValueSum))],
        profiles.Count(session),
        notes.Count(session),
        outcomes.Count(session),
        examples.Count(session),
        predictions.Count(session),
        versions.Count(session),
        database.Size,
        [.. workspace.Models.SelectMany(model => Labels(session, model))]));

    /// <summary>Predictions whose truth is still to come stand beside the labels of those whose truth has come.</summary>
    public IEnumerable<LabelStats> Labels(Session session, ModelDefinition model)
    {
        if (models.Find(session, model.Name) is not { } modelId)
            return [];
        long open = openLabels.Count(session, model, modelId);
        var counts = labels.CountBySource(session, modelId);
        if (open > 0 && counts.All(c => c.Source != LabelSource.Logged))
            counts = [.. counts, new LabelCount(LabelSource.Logged, 0, 0, null)];
        return counts.Select(c => new LabelStats(model.Name, c.Source, c.Matured, c.Source == LabelSource.Logged ? open : 0, c.Corrected, c.Mean));
    }
}
