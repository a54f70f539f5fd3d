using Coppice.Client;
using Coppice.Server.Features;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving;

/// <summary>Gives the reasons of recorded predictions: by the version that answered, or its companion, from the inputs it saw.</summary>
public sealed class RecordedReasons(PredictionStore predictions, VersionStore versions, VersionLoader loader, ExplainRows explain)
{
    /// <summary>The reasons; null where the version cannot be asked any more.</summary>
    public IReadOnlyList<PredictionReason>? Of(Session session, RecordedAnswer answer, int most)
    {
        if (Load(session, answer) is not { } loaded)
            return null;
        var table = new InputTable(1);
        table.SetFromJson(0, predictions.Inputs(session, answer.Id));
        return explain.Of(session, loaded, table, loaded.Pipeline.Transform(table, [answer.AsOf]), [new ExampleKey(answer.CustomerId, answer.AsOf)], most)[0];
    }

    private LoadedVersion? Load(Session session, RecordedAnswer answer)
    {
        if (versions.Find(session, answer.VersionId) is not { PrunedAt: null } version)
            return null;
        try
        {
            var loaded = loader.Load(session, version);
            return answer.Arm == Arms.Quick ? loaded.Quick : loaded;
        }
        catch (UnusableVersionException)
        {
            return null;
        }
    }
}
