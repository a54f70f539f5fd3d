using Coppice.XGBoost.Native;

namespace Coppice.XGBoost;

/// <summary>
/// Runs training on one operating-system thread of its own, of low priority. XGBoost keeps its random engine and its prediction caches per
/// thread, so everything from the first matrix to the last saved byte belongs inside one job, without an await.
/// </summary>
public static class TrainingJob
{
    /// <summary>The version of the native library, which is loaded if it was not. Throws <see cref="XGBoostException"/> when there is none to load.</summary>
    public static Version LibraryVersion => LibraryLoader.Loaded.Version;

    /// <summary>The file of the native library.</summary>
    public static string LibraryPath => LibraryLoader.Loaded.Path;

    /// <summary>
    /// Starts <paramref name="work"/> and returns its result. Its exception is passed through; an <see cref="OperationCanceledException"/> after
    /// <paramref name="cancellationToken"/> was cancelled cancels the task. Cancelling takes effect where the work looks at the token.
    /// </summary>
    public static Task<TResult> RunAsync<TResult>(Func<CancellationToken, TResult> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(cancellationToken);
        }

        var completion = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(work, completion, cancellationToken)) { IsBackground = true, Name = "Coppice training" };
        thread.Start();
        return completion.Task;
    }

    private static void Run<TResult>(Func<CancellationToken, TResult> work, TaskCompletionSource<TResult> completion, CancellationToken cancellationToken)
    {
        try
        {
            ProcessEnvironment.LowerThisThread();
            completion.SetResult(Work(work, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            completion.SetCanceled(cancellationToken);
        }
#pragma warning disable CA1031 // The thread must hand every failure to whoever awaits the job.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            completion.SetException(failure);
        }
    }

    private static TResult Work<TResult>(Func<CancellationToken, TResult> work, CancellationToken cancellationToken)
    {
        try
        {
            return work(cancellationToken);
        }
        finally
        {
            ProcessEnvironment.ReturnFreedMemory();
        }
    }
}
