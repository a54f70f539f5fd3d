using System.Threading.Channels;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>A run on the server whose steps are taken down from its start, so that those of several runs can be told one run after the other.</summary>
internal sealed class FollowedRun
{
    private readonly Channel<RunProgress> _steps = Channel.CreateUnbounded<RunProgress>();

    private FollowedRun(RunResponse run) => Run = run;

    public RunResponse Run { get; }

    public static FollowedRun Start(CoppiceClient client, RunResponse run, CancellationToken cancellationToken)
    {
        var followed = new FollowedRun(run);
        _ = followed.TakeDownAsync(client, cancellationToken);
        return followed;
    }

    /// <summary>The steps from the first on, until the run ends; what kept them from being followed is thrown here.</summary>
    public IAsyncEnumerable<RunProgress> StepsAsync(CancellationToken cancellationToken) => _steps.Reader.ReadAllAsync(cancellationToken);

    private async Task TakeDownAsync(CoppiceClient client, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await foreach (RunProgress step in client.FollowRunAsync(Run.Id, cancellationToken))
                _steps.Writer.TryWrite(step);
        }
#pragma warning disable CA1031 // It is handed to whoever reads the steps.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = e;
        }

        _steps.Writer.Complete(failure);
    }
}
