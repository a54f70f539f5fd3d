using System.Runtime.InteropServices;

namespace Coppice.Cli.Invocation;

/// <summary>Ctrl-C, or a request to terminate, cancels the command; a second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    private Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    public CancellationToken Token => _source.Token;

    public static Interruption Watch() => new();

    /// <summary>Whether a failure is what an interruption leads to: a call given up, or a connection that ended under it.</summary>
    public static bool Explains(Exception failure, CancellationToken interrupted) =>
        interrupted.IsCancellationRequested && failure is (OperationCanceledException or HttpRequestException or IOException);

    /// <summary>Ends when the command is interrupted.</summary>
    public static async Task OfAsync(CancellationToken interrupted)
    {
        var stopped = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = interrupted.Register(stopped.SetResult);
        await stopped.Task;
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
            return;
        context.Cancel = true;
        _ = _source.CancelAsync();
    }
}
