using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Coppice.Client;
using Coppice.Server.Http;

namespace Coppice.Server.Dashboard;

/// <summary>Tells open pages what has changed. There is one look a second at the database however many listen, and none while nobody does.</summary>
internal sealed class ChangeFeed(ChangeReader reader, TimeProvider time)
{
    public const string Heartbeat = "heartbeat";

    /// <summary>Each listener holds a connection.</summary>
    public const int MostListeners = 200;

    private const int MostWaiting = 1_000;
    private const int LooksPerHeartbeat = 15;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly List<Channel<ChangeEvent>> _listeners = [];
    private bool _isLooking;

    /// <summary>A heartbeat at once, then what has changed after a position, and every change from now on.</summary>
    /// <exception cref="RequestException">Too many listen already.</exception>
    public async IAsyncEnumerable<ChangeEvent> WatchAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Before what is missed is read: a change in between is then told twice, not missed.
        var channel = Join();
        try
        {
            yield return Beat(reader.Mark().Position);
            foreach (var missed in after is { } position ? reader.After(position) : [])
                yield return missed;
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
                yield return change;
        }
        finally
        {
            Leave(channel);
        }
    }

    private Channel<ChangeEvent> Join()
    {
        var channel = Channel.CreateBounded<ChangeEvent>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_listeners)
        {
            if (_listeners.Count == MostListeners)
                throw new RequestException(RequestCodes.Busy, $"{MostListeners} callers listen to changes already, the most there may be.", RefusalKind.Busy);
            _listeners.Add(channel);
            if (!_isLooking)
                _ = LookAsync();
            _isLooking = true;
        }

        return channel;
    }

    private void Leave(Channel<ChangeEvent> channel)
    {
        lock (_listeners)
            _listeners.Remove(channel);
    }

    private async Task LookAsync()
    {
        try
        {
            await Task.Yield();
            var marks = reader.Mark();
            for (int looks = 1; ; looks++)
            {
                await Task.Delay(Pause, time, CancellationToken.None);
                if (EndsAlone())
                    return;
                var (changes, now) = reader.Read(marks);
                marks = now;
                Tell(changes);
                if (looks % LooksPerHeartbeat == 0)
                    Tell([Beat(marks.Position)]);
            }
        }
        catch (Exception fault)
        {
            End(fault);
        }
    }

    private bool EndsAlone()
    {
        lock (_listeners)
        {
            if (_listeners.Count == 0)
                _isLooking = false;
            return !_isLooking;
        }
    }

    private void Tell(IReadOnlyList<ChangeEvent> changes)
    {
        if (changes.Count == 0)
            return;
        lock (_listeners)
        {
            foreach (var listener in _listeners)
            {
                foreach (var change in changes)
                    listener.Writer.TryWrite(change);
            }
        }
    }

    /// <summary>Each listener is told, and comes back; the first that does begins to look again.</summary>
    private void End(Exception fault)
    {
        lock (_listeners)
        {
            foreach (var listener in _listeners)
                listener.Writer.TryComplete(fault);
            _listeners.Clear();
            _isLooking = false;
        }
    }

    private ChangeEvent Beat(long position) => new(position, Heartbeat, null, time.GetUtcNow());
}
