using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Audit;

public sealed class AuditEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_come_newest_first_a_page_at_a_time_and_by_model_or_kind()
    {
        await using var server = await RunningServer.StartAsync();
        var audit = server.Application.Services.GetRequiredService<AuditStore>();
        var models = server.Application.Services.GetRequiredService<ModelStore>();
        server.Application.Services.GetRequiredService<Database>().Write(session =>
        {
            models.Number(session, "purchase");
            audit.Append(session, "ann", "promote", "purchase 1.0", new { reason = "superior" });
            audit.Append(session, "ann", "promote", "purchases 1.0", new { });
            audit.Append(session, "coppice", "drift", "purchase", new { since = 1 });
            audit.Append(session, "ben", "stop", "retraining", new { });
        });

        var first = await server.Client.GetAuditAsync(limit: 3, cancellationToken: Cancellation);
        var rest = await server.Client.GetAuditAsync(first.Next, cancellationToken: Cancellation);
        var ofModel = await server.Client.GetAuditAsync(model: "purchase", cancellationToken: Cancellation);
        var ofKind = await server.Client.GetAuditAsync(kind: "promote", cancellationToken: Cancellation);

        Assert.Equal([("stop", null), ("drift", "purchase"), ("promote", (string?)null)], first.Entries.Select(e => (e.Kind, e.Model)));
        Assert.Equal(2, first.Next);
        Assert.Equal("superior", Assert.Single(rest.Entries).Facts.GetProperty("reason").GetString());
        Assert.Null(rest.Next);
        Assert.Equal([3L, 1L], ofModel.Entries.Select(e => e.Position));
        Assert.Equal([2L, 1L], ofKind.Entries.Select(e => e.Position));
    }

    [Fact]
    public async Task A_limit_out_of_bounds_is_refused()
    {
        await using var server = await RunningServer.StartAsync();

        await Assert.ThrowsAsync<CoppiceException>(() => server.Client.GetAuditAsync(limit: 1001, cancellationToken: Cancellation));
    }
}
