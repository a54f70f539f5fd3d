using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Audit;

internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/audit", List)
            .WithSummary("What happened and who caused it, newest first; about one model or of one kind where these are given.");
        routes.MapGet("/v1/audit/{position}", (long position, AuditStore audit, Database database) => database.Read(session => new AuditPlace(
            position,
            audit.HashOf(session, position) ?? throw new RequestException(RequestCodes.UnknownPath, $"The audit has no entry {position}.", RefusalKind.NotFound),
            audit.FindBreak(session))))
            .WithSummary("The hash of an entry of the audit, and whether every entry follows from the one before.");
    }

    private static AuditPage List(long? before, int? limit, string? model, string? kind, AuditStore audit, Database database)
    {
        int most = PageSize.Of(limit);
        var entries = database.Read(session => audit.Before(session, before ?? long.MaxValue, model, kind, most + 1));
        return new AuditPage([.. entries.Take(most).Select(Describe)], entries.Count > most ? entries[most - 1].Id : null);
    }

    private static AuditEntry Describe(AuditLine line) =>
        new(line.Id, line.At, line.Action, line.Actor, line.Model, line.Subject, JsonElement.Parse(line.Details));
}
