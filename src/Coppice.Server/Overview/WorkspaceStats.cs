using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Outcomes;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;

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
    LabelStore labels)
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
        [.. labels.CountBySource(session).Select(l => new LabelStats(l.Model, l.Source, l.Matured, l.Open, l.Corrected, l.Mean))]));
}
