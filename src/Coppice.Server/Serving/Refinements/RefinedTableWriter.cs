using System.Text;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Refinements;

/// <summary>Streams the sender's table of a batch that companions answered first.</summary>
public sealed class RefinedTableWriter(CurrentAnswers current, ModelCatalog catalog)
{
    internal async Task WriteAsync(Batch batch, IEnumerable<AnsweredRow> rows, Stream body, CancellationToken cancellationToken)
    {
        var versions = BatchDescription.VersionsOf(batch);
        var table = current.Table(batch);
        var csv = new CsvAnswers(table.Delimiter, [.. versions.Select(v => catalog.Require(v.Model).Definition)], batch.Reasons)
        {
            WithCompanion = [.. versions.Where(v => v.Quick is not null).Select(v => v.Model)],
        };
        var text = new StringBuilder();
        csv.Header(text, table.Columns);
        await using var writer = new StreamWriter(body, leaveOpen: true);
        foreach (var row in rows)
        {
            csv.Row(text, row.Cells, row.Answers);
            await writer.WriteAsync(text, cancellationToken);
            text.Clear();
        }

        await writer.WriteAsync(text, cancellationToken);
    }
}
