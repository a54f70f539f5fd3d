using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Labels;
using Coppice.Server.Serving;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Simulation;

/// <summary>
/// Asks the champion about a sample of the shop's customers every week and remembers what was truly to be expected, so that what
/// the recorded predictions achieved can stand beside the best that was possible on the same, matured rows.
/// </summary>
public sealed class ShopPredictions(Database database, AnswerRows answer, ScoringVersions versions, ModelCatalog models, LabelStore labels, TimeProvider time)
{
    private const int SampleSize = 300;
    private const int FewestRows = 200;
    private const long MeasuredDays = 60;
    private const string Salt = "demo-sample-v1";

    private readonly Dictionary<string, List<AskedRow>> _asked = [];

    /// <summary>Answers are recorded; before the first promotion there is nobody to ask.</summary>
    public void Ask(Shop shop, ModelDefinition model)
    {
        if (versions.Find(model.Name) is not { } champion)
            return;
        int days = (int)model.Label.Window.TotalDays;
        string salt = Salt + shop.Today;
        double share = (double)SampleSize / shop.Customers.Count;
        string[] sample = [.. shop.Customers.Where(c => HashBucket.Of(salt, c) < share * HashBucket.Count)];
        var scored = answer.Score([.. sample.Select(c => new PredictionRequest(c))], [champion]);
        database.Write(session => answer.Record(session, scored));
        var asked = _asked.TryGetValue(model.Name, out var earlier) ? earlier : _asked[model.Name] = [];
        for (int i = 0; i < sample.Length; i++)
        {
            var truth = shop.Truth.Forecast(sample[i], days, Foresight.PriceDates);
            double best = model.Label switch
            {
                NoEventWithin => truth.SilenceProbability,
                SumWithin => truth.ExpectedSpend,
                _ => truth.PurchaseProbability,
            };
            asked.Add(new AskedRow(sample[i], scored.AsOf, scored.Versions[0].Scores[i], best));
        }
    }

    /// <summary>The newest matured predictions, what they achieved and what was possible.</summary>
    public DemoModel Measure(ModelDefinition model)
    {
        long modelId = models.Number(model.Name);
        string? champion = versions.Find(model.Name)?.Loaded.Number;
        string metric = ModelMeasurement.Headline(model.Predicts);
        if (!_asked.TryGetValue(model.Name, out var asked))
            return new DemoModel(model.Name, champion, metric, null, null, 0);
        long now = time.GetUtcNow().ToMicroseconds();
        long oldest = now - LabelSweep.WindowAndLag(model) - (MeasuredDays * UtcMicroseconds.PerDay);
        var truth = database.Read(session => labels.LoggedSince(session, modelId, oldest));
        var rows = asked.Where(a => truth.ContainsKey((a.Customer, a.AsOf))).ToList();
        asked.RemoveAll(a => a.AsOf < oldest);
        if (rows.Count < FewestRows)
            return new DemoModel(model.Name, champion, metric, null, null, rows.Count);
        var labelled = new LabelledRows([.. rows.Select(r => truth[(r.Customer, r.AsOf)])], [.. rows.Select((_, i) => (long)i)]);
        double mean = labelled.Mean ?? 0;
        double? Value(Func<AskedRow, double> score) => ModelMeasurement.Of(model.Predicts, labelled, [.. rows.Select(score)], mean).Values()[metric];
        return new DemoModel(model.Name, champion, metric, Value(r => r.Score), Value(r => r.Best), rows.Count);
    }

    private sealed record AskedRow(string Customer, long AsOf, double Score, double Best);
}
