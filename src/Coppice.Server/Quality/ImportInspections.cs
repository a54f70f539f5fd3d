using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Quality;

/// <summary>Begins the inspection of files.</summary>
public sealed class ImportInspections(DefinitionInForce workspace, ImportStore store, Database database, TimeProvider time)
{
    public ImportInspection Begin(string kind, string file, string actor, SentFile sent)
    {
        var record = new ImportRecord { Kind = kind, File = file, Source = "", Actor = actor, At = time.GetUtcNow(), State = ImportRecord.Imported };
        return new ImportInspection(record, sent, workspace, store, database);
    }
}
