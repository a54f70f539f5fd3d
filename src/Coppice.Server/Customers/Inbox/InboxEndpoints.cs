using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Inbox;

internal static class InboxEndpoints
{
    private const int MostFiles = 200;
    private const int RejectsShown = 10;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/inbox", (Database database, InboxStore store) => database.Read(session => store.Newest(session, MostFiles)).Select(Describe))
            .WithSummary("List the newest files that lay in the inbox, and what became of them.");

    private static InboxFileResponse Describe(InboxFile file)
    {
        var report = file.Report is null ? null : JsonSerializer.Deserialize<ImportReport>(file.Report, CoppiceJson.Options);
        return new InboxFileResponse(file.Name, file.Kind, file.State, file.At, file.MovedTo, file.Reason, report is null ? null : report with { Rejects = [.. report.Rejects.Take(RejectsShown)] });
    }
}
