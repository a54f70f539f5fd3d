using Coppice.Client;
using Coppice.Server.Customers.Ingest;

namespace Coppice.Server.Customers;

internal static class CustomersEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapIngest<EventIntakes, NewEvent>("/v1/events", "Record what customers did: one event, a list, NDJSON or a table.");
        routes.MapIngest<NoteIntakes, NewNote>("/v1/notes", "Record notes about customers: one, a list, NDJSON or a table.");
        routes.MapIngest<ProfileIntakes, NewProfile>("/v1/profiles", "Record attributes of customers: one profile, a list, NDJSON or a table.");
        PreviewEndpoints.Map(routes);
    }
}
