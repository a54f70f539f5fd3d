using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Audit;

internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/audit/{position}", (long position, AuditStore audit, Database database) => database.Read(session => new AuditPlace(
            position,
            audit.HashOf(session, position) ?? throw new RequestException(RequestCodes.UnknownPath, $"The audit has no entry {position}.", RefusalKind.NotFound),
            audit.FindBreak(session))))
            .WithSummary("The hash of an entry of the audit, and whether every entry follows from the one before.");
}
