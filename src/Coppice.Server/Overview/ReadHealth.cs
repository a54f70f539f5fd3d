using Coppice.Client;
using Coppice.Server.Http;

namespace Coppice.Server.Overview;

/// <summary>Whether the server answers as it should, and if not, why.</summary>
public sealed class ReadHealth(IEnumerable<IReadinessCheck> checks, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthResponse> RunAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return new HealthResponse("stopping", [new HealthCheck("lifetime", false, "The server is stopping.")]);
        var results = await Task.WhenAll(checks.Select(check => AskAsync(check, cancellationToken)));
        return new HealthResponse(results.All(r => r.Ready) ? "ready" : "not_ready", results);
    }

    private static async Task<HealthCheck> AskAsync(IReadinessCheck check, CancellationToken cancellationToken)
    {
        string? reason;
        try
        {
            reason = await Task.Run(check.FindReason, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            reason = $"No answer within {Patience.TotalSeconds:0} s.";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            reason = e.Message;
        }

        return new HealthCheck(check.Name, reason is null, reason);
    }
}
