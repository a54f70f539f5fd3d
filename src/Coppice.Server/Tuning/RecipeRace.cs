using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.XGBoost;

namespace Coppice.Server.Tuning;

/// <summary>
/// Recipes against each other, field by field. On the last rung a candidate becomes the best only by the Ladder (methods 1.6), on losses
/// summed by customer, so that one customer's rows do not count as evidence many times.
/// </summary>
public sealed class RecipeRace
{
    /// <summary>One in three goes on to the next rung.</summary>
    private const int Halving = 3;

    /// <summary>Errors of the paired difference by which a candidate is surely worse than the best.</summary>
    private const double SurelyWorse = 2;

    private readonly IReadOnlyList<Rung> _rungs;
    private readonly Clusters[] _customers;
    private readonly FoldFit _fit;
    private readonly SearchBudget _budget;
    private readonly int _lanes;
    private readonly Ladder _ladder = new();
    private readonly List<Entrant> _entrants = [];

    /// <summary>Begins with nobody.</summary>
    /// <param name="rungs">From the shortest look to the longest.</param>
    /// <param name="customers">Whose the measured rows of each fold are.</param>
    /// <param name="fit">Fits and measures.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="lanes">Fits at a time, each on a thread of its own at low priority.</param>
    public RecipeRace(IReadOnlyList<Rung> rungs, IReadOnlyList<long[]> customers, FoldFit fit, SearchBudget budget, int lanes)
    {
        (_rungs, _fit, _budget, _lanes) = (rungs, fit, budget, lanes);
        _customers = [.. rungs.Select(rung => Clusters.Of([.. customers.Take(rung.Folds).SelectMany(c => c)]))];
    }

    /// <summary>Everybody so far, in the order in which they came.</summary>
    public IReadOnlyList<Entrant> Entrants => _entrants;

    /// <summary>Null until somebody has come to the last rung.</summary>
    public Entrant? Best { get; private set; }

    /// <summary>Called after every fit, one call at a time.</summary>
    public Action Advanced { get; set; } = static () => { };

    public Rung LastRung => _rungs[^1];

    /// <summary>Those that were measured on everything, the least loss first.</summary>
    public IReadOnlyList<Entrant> Finalists => [.. _entrants.Where(e => e.Rungs == _rungs.Count).OrderBy(e => e.Loss(LastRung)).ThenBy(e => e.Candidate.Number)];

    /// <summary>The longest look somebody was given; null before the first.</summary>
    public Rung? LongestLook(Entrant entrant) => entrant.Rungs == 0 ? null : _rungs[entrant.Rungs - 1];

    /// <summary>How much smaller the loss of one is than another's on the folds both have, with its error by customer.</summary>
    public (double Mean, double? Error) Gain(Entrant one, Entrant other)
    {
        int rung = Math.Min(one.Rungs, other.Rungs) - 1;
        double[] mine = one.Losses(_rungs[rung]);
        double[] theirs = other.Losses(_rungs[rung]);
        return MeanAndError(rung, [.. theirs.Zip(mine, static (a, b) => a - b)]);
    }

    /// <summary>The loss of one with its error by customer, on its longest look.</summary>
    public (double Mean, double? Error) Loss(Entrant entrant) => MeanAndError(entrant.Rungs - 1, entrant.Losses(_rungs[entrant.Rungs - 1]));

    /// <summary>Lets a field run up the rungs; false where the budget ended first.</summary>
    public async Task<bool> EnterAsync(IReadOnlyList<Candidate> field)
    {
        var running = field.Select(candidate => new Entrant(candidate)).ToList();
        _entrants.AddRange(running);
        for (int rung = 0; rung < _rungs.Count && running.Count > 0; rung++)
        {
            if (!await MeasureAsync(running, _rungs[rung]))
                return false;
            foreach (var entrant in running)
                entrant.Rungs = rung + 1;
            if (rung + 1 < _rungs.Count)
                running = Survivors(running, rung);
            else
                running.ForEach(Offer);
        }

        return true;
    }

    private List<Entrant> Survivors(List<Entrant> running, int rung) => [.. running
        .OrderBy(e => e.Loss(_rungs[rung])).ThenBy(e => e.Candidate.Number)
        .Take((running.Count + Halving - 1) / Halving)
        .Where(e => Best is null || Gain(e, Best) is not { Error: { } error } gain || gain.Mean > -SurelyWorse * error)];

    private void Offer(Entrant entrant)
    {
        if (!_ladder.Offer(ByCustomer(entrant.Losses(LastRung))).Accepted)
            return;
        entrant.Accepted = true;
        Best = entrant;
    }

    /// <summary>Fits what is missing on a rung; false where the budget ended first.</summary>
    private async Task<bool> MeasureAsync(List<Entrant> running, Rung rung)
    {
        // Fold by fold: where the budget ends in between, no candidate is much further than another.
        var queue = new FitQueue(
            from fold in Enumerable.Range(0, rung.Folds)
            from entrant in running
            where !entrant.Has(fold, rung.Rows)
            select (entrant, fold),
            rung,
            _budget);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(_lanes, queue.Count)).Select(_ => TrainingJob.RunAsync(
                cancellation =>
                {
                    queue.Work(_fit, Advanced, cancellation);
                    return true;
                },
                _budget.Over)));
        }
        catch (OperationCanceledException) when (_budget.Over.IsCancellationRequested)
        {
            // Fits under way are given up; what is complete stays.
            return false;
        }

        return queue.IsComplete;
    }

    private (double Mean, double? Error) MeanAndError(int rung, double[] values)
    {
        double mean = values.Average();
        return (mean, _customers[rung].StandardErrorOfMean([.. values.Select(v => v - mean)]));
    }

    /// <summary>Sums whose mean over customers is the mean over rows, so that the Ladder's error of the mean is the one clustered by customer.</summary>
    private double[] ByCustomer(double[] losses)
    {
        var clusters = _customers[^1];
        var sums = new double[clusters.Count];
        double share = (double)clusters.Count / losses.Length;
        for (int row = 0; row < losses.Length; row++)
            sums[clusters.OfRows[row]] += losses[row] * share;
        return sums;
    }
}
