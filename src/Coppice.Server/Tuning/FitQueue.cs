namespace Coppice.Server.Tuning;

/// <summary>Fits that a rung still needs, handed out in one order whatever the number of threads.</summary>
internal sealed class FitQueue(IEnumerable<(Entrant Entrant, int Fold)> needed, Rung rung, SearchBudget budget)
{
    private readonly Queue<(Entrant Entrant, int Fold)> _waiting = new(needed);
    private readonly Lock _gate = new();
    private int _underWay;

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete
    {
        get
        {
            lock (_gate)
                return _waiting.Count == 0 && _underWay == 0;
        }
    }

    public int Count => _waiting.Count;

    /// <summary>Fits until nothing waits or nothing may be spent any more.</summary>
    public void Work(FoldFit fit, Action advanced, CancellationToken cancellation)
    {
        while (TryTake(out var entrant, out int fold))
        {
            var measure = fit(entrant.Candidate, fold, rung.Rows, cancellation);
            lock (_gate)
            {
                entrant.Add(fold, rung.Rows, measure);
                _underWay--;
                advanced();
            }
        }
    }

    private bool TryTake(out Entrant entrant, out int fold)
    {
        lock (_gate)
        {
            (entrant, fold) = (null!, 0);
            if (_waiting.Count == 0 || !budget.TryTakeFit())
                return false;
            (entrant, fold) = _waiting.Dequeue();
            _underWay++;
            return true;
        }
    }
}
