namespace Coppice.Server.Customers.Inbox;

/// <summary>Merges files as they come to rest in the inbox: told by the system, and by looking now and then where the system does not tell.</summary>
public sealed class InboxLoop(InboxFolder folder, MergeInboxFile merge, TimeProvider time, ILogger<InboxLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BackOff = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Sighting> _seen = [];
    private readonly SemaphoreSlim _stirred = new(0, 1);

    public override void Dispose()
    {
        base.Dispose();
        _stirred.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Directory.CreateDirectory(folder.Path);
        using var watcher = new FileSystemWatcher(folder.Path) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.Size };
        watcher.Created += (_, _) => Stir();
        watcher.Changed += (_, _) => Stir();
        watcher.Renamed += (_, _) => Stir();
        watcher.Error += (_, _) => Stir();
        watcher.EnableRaisingEvents = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            bool waiting = await LookAsync(stoppingToken);
            if (waiting)
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await ((Task)_stirred.WaitAsync(Idle, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Stir()
    {
        if (_stirred.CurrentCount == 0)
            _stirred.Release();
    }

    /// <summary>Merges what has come to rest; whether something has not yet.</summary>
    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var files = folder.Files();
            foreach (string gone in _seen.Keys.Except(files.Select(f => f.FullName)).ToList())
                _seen.Remove(gone);
            foreach (var file in files)
            {
                if (HasSettled(file))
                    await MergeAsync(file, cancellationToken);
            }

            return files.Count > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.InboxUnreadable(logger, folder.Path, e);
            return false;
        }
    }

    private bool HasSettled(FileInfo file)
    {
        var now = new Sighting(file.Length, file.LastWriteTimeUtc, time.GetTimestamp());
        if (!_seen.TryGetValue(file.FullName, out var before) || before.Length != now.Length || before.Written != now.Written)
        {
            _seen[file.FullName] = now;
            return false;
        }

        return time.GetElapsedTime(before.At) >= before.Patience;
    }

    private async Task MergeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            if (await merge.RunAsync(file, cancellationToken) is { } merged)
                Log.InboxMerged(logger, merged.Name, merged.State, merged.MovedTo);
            _seen.Remove(file.FullName);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping; the file is there when the server comes back.
        }
        catch (Exception e)
        {
            // Not the file's fault, as far as one can tell: it stays, and is tried again later.
            Log.InboxPostponed(logger, file.Name, e);
            _seen[file.FullName] = new Sighting(file.Length, file.LastWriteTimeUtc, time.GetTimestamp()) { Patience = BackOff };
        }
    }

    private sealed record Sighting(long Length, DateTime Written, long At)
    {
        public TimeSpan Patience { get; init; } = Settled;
    }
}
