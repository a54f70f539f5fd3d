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
    public IReadOnlyList<PredictionReason>? Of(Session session, RecordedAnswer answer, int most) => Of(session, [answer], most)?[0];

    /// <summary>The same of several answers of one version and arm.</summary>
    public IReadOnlyList<PredictionReason>[]? Of(Session session, IReadOnlyList<RecordedAnswer> answers, int most)
    {
        if (Load(session, answers[0]) is not { } loaded)
            return null;
        var table = new InputTable(answers.Count);
        for (int i = 0; i < answers.Count; i++)
            table.SetFromJson(i, predictions.Inputs(session, answers[i].Id));
        long[] asOf = [.. answers.Select(a => a.AsOf)];
        return explain.Of(session, loaded, table, loaded.Pipeline.Transform(table, asOf), [.. answers.Select(a => new ExampleKey(a.CustomerId, a.AsOf))], most);
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
