using Coppice.Server.Http;
using Coppice.Server.Workspaces;
using Microsoft.AspNetCore.Mvc;

namespace Coppice.Server.Performance;

internal static class AnswersEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/models/{model}/answers", (
            string model,
            string? version,
            DateTimeOffset? from,
            DateTimeOffset? to,
            string? label,
            [FromQuery(Name = "min_score")] double? least,
            [FromQuery(Name = "max_score")] double? most,
            long? cursor,
            int? limit,
            ModelCatalog catalog,
            AnswerList answers) => answers.Read(answers.Choose(catalog.Require(model).Id, version, from, to).Where(label, least, most), cursor, PageSize.Of(limit)))
            .WithSummary("Answers of a model with what came true, newest first: the rows behind a number. Scores lie from min_score to below max_score.");
        routes.MapGet("/v1/models/{model}/scores", (string model, string? version, DateTimeOffset? from, DateTimeOffset? to, ModelCatalog catalog, AnswerList answers) =>
        {
            var (definition, id) = catalog.Require(model);
            return answers.Scores(definition, version, answers.Choose(id, version, from, to));
        })
            .WithSummary("How scores and what came true lie together: bins of probabilities, tenths of amounts.");
    }
}
