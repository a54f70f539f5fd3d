using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>Answers about every customer of a file: a column of keys, and as many inputs as the file brings.</summary>
public sealed class PredictFile(PredictCustomers predict, TimeProvider time)
{
    private const string IdColumn = "prediction_id";

    public async Task<PredictFileResponse> RunAsync(ModelDefinition model, UploadedFile file, CancellationToken cancellationToken)
    {
        string? mapping = file.Mapping ?? (model.Columns.Customer is { } customer ? $"customer={customer}" : null);
        var import = TableImport.Open(file.Path, file.Name, TableContent.LabelledRows, mapping);
        bool keyed = import.Mapping[ColumnRole.Customer] is not null;
        if (!keyed && model.Label is not ColumnLabel)
            throw new ImportException($"{file.Name}: expected a column with the customer; there are {string.Join(", ", import.Profile.Columns.Take(30).Select(c => c.Name))}.");
        int ids = import.Profile.Columns.ToList().FindIndex(c => c.Name == IdColumn);
        var requests = import.Rows(row =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            string key = keyed ? row.NeededText(ColumnRole.Customer) : $"row-{row.Line}";
            return row.Fault is null ? new PredictionRequest(key, ids < 0 ? null : row.Cell(ids), row.AllCells()) : null;
        }).ToList();
        import.RequireSomeRows();
        var now = time.GetUtcNow();
        var answers = await predict.RunAsync(model, requests, cancellationToken);
        return new PredictFileResponse(model.Name, answers.Count > 0 ? answers[0].Version : "", now, answers, import.SetAside, import.Rejects);
    }
}
