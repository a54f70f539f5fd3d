using Coppice.Server.Workspaces;

namespace Coppice.Server.Models;

internal static class ModelsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/models/{model}/versions/{version}/file", (string model, string version, string? format, ModelCatalog catalog, VersionFile file) =>
        {
            var number = VersionNumber.Parse(version);
            byte[] bytes = file.Write(catalog.Require(model).Id, number, format ?? "xgboost");
            return format == "onnx"
                ? Results.File(bytes, "application/octet-stream", $"{model}-{number}.onnx")
                : Results.File(bytes, "application/json", $"{model}-{number}.json");
        })
            .Produces<Stream>(StatusCodes.Status200OK, "application/json", "application/octet-stream")
            .WithSummary("The trees of a version for other programs: format=xgboost (JSON, the usual) or onnx. They give margins; inputs and calibration are the version's own.");
}
