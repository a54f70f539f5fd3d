using Coppice.Server.Customers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>A window policy for the types of event there are: what happened from the as-of time up to, not including, the end of the window.</summary>
public sealed class LabelWindow
{
    private readonly LabelPolicy _policy;
    private readonly bool[] _counts;

    public LabelWindow(LabelPolicy policy, IEnumerable<string> typeNames)
    {
        _policy = policy;
        IReadOnlyList<string> types = policy switch
        {
            EventWithin p => p.EventTypes,
            NoEventWithin p => p.EventTypes,
            SumWithin p => [p.EventType],
            _ => throw new ArgumentException($"{policy.GetType().Name} has no window of events.", nameof(policy)),
        };
        _counts = [.. typeNames.Select(types.Contains)];
        Length = policy.Window.Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>Length of the window in microseconds.</summary>
    public long Length { get; }

    /// <summary>Begins a count of what was known by a time.</summary>
    public Tally Count(long knownBy) => new(this, knownBy);

    /// <summary>Counts the events of one window, which come in the order in which they happened.</summary>
    public struct Tally(LabelWindow window, long knownBy)
    {
        private double _sum;
        private bool _any;
        private long? _first;
        private long _known;

        public void Add(WindowEvent e)
        {
            if (!window._counts[e.Type] || e.KnownTime > knownBy)
                return;
            _any = true;
            _first ??= e.EventTime;
            _known = Math.Max(_known, e.KnownTime);
            if (!float.IsNaN(e.Value))
                _sum += e.Value;
        }

        public readonly WindowTruth Truth() => window._policy switch
        {
            EventWithin => new WindowTruth(_any ? 1 : 0, _first, _known),
            NoEventWithin => new WindowTruth(_any ? 0 : 1, _first, _known),
            _ => new WindowTruth(_sum, _first, _known),
        };
    }
}
