using Coppice.Server.Features;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Inference;

/// <summary>
/// Answers a request of the Open Inference Protocol. With customers the champion's answers are recorded predictions like any other; without them, or
/// from a version that is not live, there is nothing to learn from and they are only given.
/// </summary>
public sealed class AnswerInference(
    Database database,
    ModelCatalog catalog,
    VersionStore versions,
    ScoringVersions scoring,
    AnswerRows answer,
    TimeProvider time)
{
    public Task<InferenceResponse> RunAsync(string model, string? version, InferenceQuestion question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var by = Find(model, version, out var standing);
        var rows = InferenceRows.Of(question, by.Loaded);
        string[] possible = [ModelMetadata.Score, ModelMetadata.PredictionId];
        if (question.Outputs?.FirstOrDefault(name => !possible.Contains(name)) is { } unknown)
            throw InferenceRequestReader.Bad($"outputs: there is no output {unknown}; there are {string.Join(", ", possible)}.");
        var (answered, outputs) = standing == Standing.Champion && rows.Customers is { } customers
            ? Record(by, rows.Given, customers)
            : (by, Score(by, rows));
        return Task.FromResult(new InferenceResponse(
            model,
            answered.Loaded.Number,
            question.Id,
            new InferenceParameters(outputs.Count > 1),
            [.. outputs.Where(o => question.Outputs is null || question.Outputs.Contains(o.Name))]));
    }

    public ModelMetadata Describe(string model, string? version)
    {
        var by = Find(model, version, out _);
        return ModelMetadata.Of(model, by.Loaded, database.Read(session => versions.List(session, by.ModelId)));
    }

    private ScoringVersion Find(string model, string? version, out Standing standing)
    {
        standing = Standing.Champion;
        if (version is null)
            return scoring.Champion(model);
        long modelId = catalog.Require(model).Id;
        var stored = VersionNumber.TryParse(version, out var number) ? database.Read(session => versions.Find(session, modelId, number)) : null;
        if (stored is null)
            throw new RequestException(InferenceCodes.UnknownVersion, $"{model} has no version {version}.", RefusalKind.NotFound);
        var live = scoring.Find(model);
        // Whoever names a version gets that one, also while another takes over from it.
        if (live?.Loaded.Version.Id == stored.Id)
            return live with { Ramp = null };
        standing = Standing.Other;
        return scoring.Load(model, stored.Id);
    }

    /// <summary>The protocol knows one version a response: the champion, unless all rows are those of a version that takes over from it.</summary>
    private (ScoringVersion By, List<OutputTensor> Outputs) Record(ScoringVersion by, InputTable given, IReadOnlyList<string> customers)
    {
        var scored = answer.Score(Requests(customers, given), [by]);
        var recorded = database.Write(session => answer.Record(session, scored))[0];
        var answers = scored.Versions[0];
        return (answers.Taken.Count == customers.Count ? answers.ByOf(0) : by,
        [
            Output(ModelMetadata.Score, TensorDatatypes.Double, answers.Scores),
            Output(ModelMetadata.PredictionId, TensorDatatypes.Bytes, Array.ConvertAll(recorded, r => r!.PredictionId)),
        ]);
    }

    private List<OutputTensor> Score(ScoringVersion by, InferenceRows rows)
    {
        if (rows.Customers is { } customers)
        {
            var scored = answer.Score(Requests(customers, rows.Given), [by]);
            return [Output(ModelMetadata.Score, TensorDatatypes.Double, scored.Versions[0].Scores)];
        }

        long[] asOf = new long[rows.Given.Rows];
        Array.Fill(asOf, time.GetUtcNow().ToMicroseconds());
        return [Output(ModelMetadata.Score, TensorDatatypes.Double, by.Loaded.Score(rows.Given, asOf))];
    }

    private static List<PredictionRequest> Requests(IReadOnlyList<string> customers, InputTable given) =>
        [.. customers.Zip(given.ToJson(), (customer, inputs) => new PredictionRequest(customer, null, inputs))];

    private static OutputTensor Output<T>(string name, string datatype, T[] data) => new(name, datatype, [data.Length], data);

    private enum Standing
    {
        Champion,
        Other,
    }
}
