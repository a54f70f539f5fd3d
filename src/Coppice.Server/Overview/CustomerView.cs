using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Serving;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>Who a customer is and what was said about them.</summary>
public sealed class CustomerView(
    Database database,
    ModelCatalog catalog,
    ModelStore models,
    CustomerStore customers,
    CustomerFactsStore facts,
    PredictionStore predictions,
    PredictionHistoryStore history,
    VersionStore versions,
    LabelStore labels,
    RecordedReasons reasons)
{
    private const int ReasonsShown = 5;

    public CustomerResponse Read(string key) => database.Read(session =>
    {
        long customerId = Require(session, key);
        var known = facts.Count(session, customerId);
        var latest = catalog.All
            .Select(model => models.Find(session, model.Name) is { } modelId ? history.Latest(session, modelId, customerId) : null)
            .OfType<RecordedAnswer>()
            .Select(answer => Describe(session, answer, key) with { Reasons = reasons.Of(session, answer, ReasonsShown) });
        return new CustomerResponse(
            key,
            known.Events,
            known.Profiles,
            known.Notes,
            known.Outcomes,
            known.Predictions,
            Time(known.FirstEvent is { } first && known.FirstNote is { } firstNote ? Math.Min(first, firstNote) : known.FirstEvent ?? known.FirstNote),
            Time(known.LastEvent is { } last && known.LastNote is { } lastNote ? Math.Max(last, lastNote) : known.LastEvent ?? known.LastNote),
            [.. latest]);
    });

    public CustomerPage List(string? prefix, string? search, string? after, int most) => database.Read(session =>
    {
        var lines = facts.List(session, prefix ?? "", search ?? "", after ?? "", most + 1);
        var page = lines.Take(most).Select(c => new CustomerSummary(c.Key, c.Events, Time(c.LastEvent))).ToList();
        return new CustomerPage(page, lines.Count > most ? page[^1].Customer : null);
    });

    public PredictionPage Predictions(string key, string? model, PredictionPlace before, int most)
    {
        long? modelId = model is null ? null : catalog.Require(model).Id;
        return database.Read(session =>
        {
            var answers = history.Before(session, Require(session, key), modelId, before, most + 1);
            var page = answers.Take(most).ToList();
            return new PredictionPage(
                [.. page.Select(answer => Describe(session, answer, key))],
                answers.Count > most ? new PredictionPlace(page[^1].AsOf, page[^1].Id).ToString() : null);
        });
    }

    public PredictionDetails Prediction(string predictionId) => database.Read(session =>
    {
        var answer = history.Find(session, predictionId)
            ?? throw new RequestException(PredictionCodes.Unknown, $"There is no prediction {predictionId}.", RefusalKind.NotFound);
        var described = Describe(session, answer, customers.Key(session, answer.CustomerId)) with { Reasons = reasons.Of(session, answer, ReasonsShown) };
        var label = labels.OfSource(session, answer.ModelId, answer.CustomerId, answer.AsOf, LabelSource.Logged, answer.Id);
        var definition = catalog.All.FirstOrDefault(m => m.Name == described.Model);
        using var inputs = JsonDocument.Parse(predictions.Inputs(session, answer.Id));
        return new PredictionDetails(
            described,
            inputs.RootElement.Clone(),
            label?.Value,
            definition is null or { Label: ColumnLabel } ? null : UtcMicroseconds.ToTime(answer.AsOf + LabelSweep.WindowAndLag(definition)));
    });

    private long Require(Session session, string key) => customers.Find(session, key)
        ?? throw new RequestException(CustomerCodes.Unknown, $"There is no customer {key}.", RefusalKind.NotFound);

    private RecordedPrediction Describe(Session session, RecordedAnswer answer, string key) => new(
        answer.PredictionId,
        key,
        models.Name(session, answer.ModelId),
        versions.Find(session, answer.VersionId)?.Number.ToString() ?? "",
        answer.Arm,
        answer.Score,
        UtcMicroseconds.ToTime(answer.AsOf))
    {
        Low = answer.Low,
        High = answer.High,
        Interval = answer.Low is null ? null : AmountInterval.Share,
        QuickScore = answer.Quick,
        RefinedAt = Time(answer.RefinedAt),
    };

    private static DateTimeOffset? Time(long? microseconds) => microseconds is { } at ? UtcMicroseconds.ToTime(at) : null;
}
