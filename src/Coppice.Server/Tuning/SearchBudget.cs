namespace Coppice.Server.Tuning;

/// <summary>
/// What a search may spend: a time, and where the same search has to come to the same end again, a number of fits.
/// </summary>
public sealed class SearchBudget : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly TimeSpan _time;
    private readonly int? _mostFits;
    private readonly CancellationToken _enough;
    private readonly CancellationTokenSource _timeLimit;
    private readonly CancellationTokenSource _over;
    private int _fits;

    /// <summary>Begins to run.</summary>
    /// <param name="time">Longest duration.</param>
    /// <param name="mostFits">Most fits of a candidate to a fold; null for any number.</param>
    /// <param name="clock">What time is taken from.</param>
    /// <param name="enough">Cancelled where somebody has seen enough: the search ends with what it has.</param>
    /// <param name="cancelled">Cancelled where nobody wants the result any more.</param>
    public SearchBudget(TimeSpan time, int? mostFits, TimeProvider clock, CancellationToken enough, CancellationToken cancelled)
    {
        (_time, _mostFits, _clock, _enough) = (time, mostFits, clock, enough);
        _began = clock.GetTimestamp();
        _timeLimit = new CancellationTokenSource(time, clock);
        _over = CancellationTokenSource.CreateLinkedTokenSource(_timeLimit.Token, enough, cancelled);
    }

    /// <summary>Ends fits under way.</summary>
    public CancellationToken Over => _over.Token;

    public int Fits => _fits;

    public TimeSpan Elapsed => _clock.GetElapsedTime(_began);

    public TimeSpan Left => _time - Elapsed is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>How much is spent, 0 to 1.</summary>
    public double Share => Math.Min(1, Math.Max(Elapsed / _time, _mostFits is { } most ? (double)_fits / most : 0));

    /// <summary>What ended it; null while there is something left.</summary>
    public string? EndedBy => _enough.IsCancellationRequested ? SearchEnds.Enough
        : _timeLimit.IsCancellationRequested ? SearchEnds.Time
        : _fits >= _mostFits ? SearchEnds.Fits
        : null;

    /// <summary>Takes one fit out of the budget; calls come one at a time.</summary>
    internal bool TryTakeFit()
    {
        if (_over.IsCancellationRequested || _fits >= _mostFits)
            return false;
        _fits++;
        return true;
    }

    public void Dispose()
    {
        _over.Dispose();
        _timeLimit.Dispose();
    }
}
