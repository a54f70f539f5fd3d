using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Evaluation;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Scores customers by two versions, as they are now or, where inputs only come with uploaded rows, by their newest labelled row.</summary>
public sealed class ShockReader(LatestInputsReader latestInputs, LabelStore labels, ExampleInputs examples, CustomerStore customers, DefinitionInForce workspace, TimeProvider time)
{
    private const int MostRows = 5_000;

    /// <summary>With the customers who move most; null where nobody can be scored.</summary>
    public ShockResponse? Read(Session session, ModelDefinition model, LoadedVersion champion, LoadedVersion challenger)
    {
        long now = time.GetUtcNow().ToMicroseconds();
        return latestInputs.Read(session, model, challenger.Pipeline.Inputs, now) is { } latest
            ? Measure(
                session,
                model,
                DriftSource.Snapshot,
                [.. latest.Keys.Select(key => key.CustomerId)],
                new ScoredCustomers(champion, latest.For(session, champion.Pipeline.Inputs), latest.AsOf),
                new ScoredCustomers(challenger, latest.Table, latest.AsOf))
            : OfLabels(session, model, champion, challenger, now);
    }

    private ShockResponse? OfLabels(Session session, ModelDefinition model, LoadedVersion champion, LoadedVersion challenger, long now)
    {
        var matured = labels.Matured(session, champion.Version.ModelId, now);
        var newest = matured.OrderByDescending(label => label.AsOf).ThenByDescending(label => label.Id).DistinctBy(label => label.CustomerId).Take(MostRows).Select(label => label.Id).ToHashSet();
        var rows = matured.Where(label => newest.Contains(label.Id)).ToList();
        long[] asOf = [.. rows.Select(row => row.AsOf)];
        return Measure(
            session,
            model,
            DriftSource.Block,
            [.. rows.Select(row => row.CustomerId)],
            new ScoredCustomers(champion, examples.Read(session, model, champion.Pipeline.Inputs, rows), asOf),
            new ScoredCustomers(challenger, examples.Read(session, model, challenger.Pipeline.Inputs, rows), asOf));
    }

    private ShockResponse? Measure(Session session, ModelDefinition model, DriftSource source, long[] who, ScoredCustomers champion, ScoredCustomers challenger)
    {
        if (who.Length == 0)
            return null;
        var options = GateSettingsReader.Options(workspace.Gates, model);
        var shock = ScoreShock.Of(model.Predicts, champion.Scores, challenger.Scores, options.Threshold);
        return ShockWords.Describe(shock, source, options.MaxCrossingOf(model.Predicts)) with
        {
            Movers = TopMovers.Of(champion, challenger, who, id => customers.Key(session, id)),
        };
    }
}
