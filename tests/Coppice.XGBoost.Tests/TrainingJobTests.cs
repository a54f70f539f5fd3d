using System.Runtime.InteropServices;
using Coppice.XGBoost.Native;
using Coppice.XGBoost.Tests.Support;

namespace Coppice.XGBoost.Tests;

public sealed class TrainingJobTests
{
    [Fact]
    public async Task A_job_runs_on_a_thread_of_its_own()
    {
        bool fromPool = true;
        int first = await TrainingJob.RunAsync(
            _ =>
            {
                fromPool = Thread.CurrentThread.IsThreadPoolThread;
                return Environment.CurrentManagedThreadId;
            },
            CancellationToken.None);

        Assert.False(fromPool);
        Assert.NotEqual(Environment.CurrentManagedThreadId, first);
    }

    [Fact]
    public async Task Only_the_thread_of_the_job_is_lowered()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("A niceness per thread exists on Linux only.");
        }

        int before = ProcessEnvironment.NicenessOfThisThread();
        int inside = await TrainingJob.RunAsync(_ => ProcessEnvironment.NicenessOfThisThread(), CancellationToken.None);

        Assert.True(inside >= 10, $"The job runs at niceness {inside}.");
        Assert.Equal(before, ProcessEnvironment.NicenessOfThisThread());
    }

    [Fact]
    public async Task An_exception_of_the_work_is_passed_through()
    {
        var thrown = new InvalidDataException("The rows are gone.");

        var caught = await Assert.ThrowsAsync<InvalidDataException>(() => TrainingJob.RunAsync<int>(_ => throw thrown, CancellationToken.None));

        Assert.Same(thrown, caught);
    }

    [Fact]
    public async Task A_job_is_cancelled_between_two_rounds()
    {
        using var cancellation = new CancellationTokenSource();
        int roundsDone = 0;

        Task<byte[]> job = TrainingJob.RunAsync(
            token =>
            {
                using TrainingMatrix matrix = Some.Matrix();
                using Booster booster = Booster.Create(Some.Parameters);
                booster.Train(
                    matrix,
                    10_000,
                    rounds =>
                    {
                        roundsDone = rounds;
                        if (rounds == 5)
                        {
                            cancellation.Cancel();
                        }
                    },
                    token);
                return booster.Save(ModelFormat.Json);
            },
            cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        Assert.True(job.IsCanceled);
        Assert.Equal(5, roundsDone);
    }

    [Fact]
    public async Task A_job_cancelled_before_it_starts_does_not_run()
    {
        bool ran = false;

        Task<bool> job = TrainingJob.RunAsync(_ => ran = true, new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        Assert.False(ran);
    }

    [Fact]
    public async Task Two_jobs_at_once_give_the_bytes_they_give_alone()
    {
        Dictionary<string, string> sampled = Some.With(("subsample", "0.6"), ("colsample_bytree", "0.5"), ("seed", "11"));
        byte[] TrainAlone(CancellationToken _) => Some.Model(30, sampled);

        byte[] alone = await TrainingJob.RunAsync(TrainAlone, CancellationToken.None);
        byte[][] together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TrainingJob.RunAsync(TrainAlone, CancellationToken.None)));

        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }

    [Fact]
    public void The_library_says_its_version_and_file()
    {
        Assert.Equal("1.7", TrainingJob.LibraryVersion.ToString(2));
        Assert.True(File.Exists(TrainingJob.LibraryPath), TrainingJob.LibraryPath);
    }

    [Fact]
    public unsafe void Native_code_sees_one_OpenMP_thread()
    {
        _ = TrainingJob.LibraryVersion;
        if (!NativeLibrary.TryLoad("libgomp.so.1", out nint openMP))
        {
            Assert.Skip("The OpenMP of this machine is not libgomp.");
        }

        var maximumThreads = (delegate* unmanaged[Cdecl]<int>)NativeLibrary.GetExport(openMP, "omp_get_max_threads");

        Assert.Equal(1, maximumThreads());
        Assert.Equal("PASSIVE", Environment.GetEnvironmentVariable("OMP_WAIT_POLICY"));
    }
}
