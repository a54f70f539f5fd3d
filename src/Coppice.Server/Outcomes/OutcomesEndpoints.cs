using Coppice.Client;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Outcomes.Ingest;

namespace Coppice.Server.Outcomes;

internal static class OutcomesEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapIngest<OutcomeIntakes, NewOutcome>("/v1/outcomes", "Record what has come true: one row, a list, NDJSON or a table.");
        routes.MapIngest<ExampleIntakes, NewExample>("/v1/examples", "Record labelled rows: one, a list, NDJSON or a table.");
    }
}
