using System.Collections.Concurrent;

namespace Coppice.Server.Triggers;

/// <summary>How the loop is doing: what went wrong, and how long a model that keeps failing is left alone.</summary>
public sealed class LoopHealth(TimeProvider time)
{
    /// <summary>The subject of what goes wrong outside any model.</summary>
    public const string WholeLoop = "the loop";

    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, LoopTrouble> _troubles = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _successes = new();

    /// <summary>When the loop began; null where this process runs none.</summary>
    public DateTimeOffset? Since { get; private set; }

    public void Began() => Since = time.GetUtcNow();

    public void Ended() => Since = null;

    /// <summary>Notes a failure; each one in a row doubles the rest.</summary>
    public LoopTrouble Failed(string subject, Exception error)
    {
        var now = time.GetUtcNow();
        return _troubles.AddOrUpdate(
            subject,
            _ => new LoopTrouble(error.Message, 1, now, now + FirstRest),
            (_, before) => new LoopTrouble(error.Message, before.Times + 1, now, now + Min(FirstRest * Math.Pow(2, before.Times), LongestRest)));
    }

    public void Succeeded(string subject)
    {
        _successes[subject] = time.GetUtcNow();
        _troubles.TryRemove(subject, out _);
    }

    public LoopTrouble? Find(string subject) => _troubles.GetValueOrDefault(subject);

    /// <summary>When it last went well; null where it has not since this process began.</summary>
    public DateTimeOffset? LastSuccess(string subject) => _successes.TryGetValue(subject, out var at) ? at : null;

    public bool IsResting(string subject) => Find(subject) is { } trouble && time.GetUtcNow() < trouble.RestsUntil;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

/// <summary>What went wrong, how often in a row, when last, and until when it is left alone.</summary>
public sealed record LoopTrouble(string Error, int Times, DateTimeOffset At, DateTimeOffset RestsUntil);
