using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving;

/// <summary>Gives the reasons of scores; where notes are among them, with the words that stand there.</summary>
public sealed class ExplainRows(NoteStore notes)
{
    /// <summary>For each key the inputs that moved its score most, strongest first.</summary>
    public IReadOnlyList<PredictionReason>[] Of(
        Session session,
        LoadedVersion version,
        InputTable table,
        FeatureMatrix features,
        IReadOnlyList<ExampleKey> keys,
        int most)
    {
        using var quotes = new NoteQuotes(session, notes, version.Pipeline.Inputs.Notes);
        var reasons = new IReadOnlyList<PredictionReason>[keys.Count];
        if (version.Explainer.Contributions(features) is not { } contributions)
        {
            Array.Fill(reasons, []);
            return reasons;
        }

        for (int row = 0; row < reasons.Length; row++)
        {
            var key = keys[row];
            reasons[row] = [.. version.Explainer.Reasons(contributions[row], table, row, most)
                .Select(reason => reason.Value is null ? reason : reason with { Quote = quotes.Of(key, reason.Input) })];
        }

        return reasons;
    }
}
