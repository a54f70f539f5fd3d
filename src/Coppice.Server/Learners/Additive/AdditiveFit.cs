namespace Coppice.Server.Learners.Additive;

/// <summary>
/// Fits an additive model by Newton steps. Each step is found by conjugate gradients, where every feature solved as if it were alone points the
/// way: features that say nearly the same, as counts over 30 and 90 days do, would keep a search from feature to feature busy for hundreds of rounds.
/// </summary>
internal sealed class AdditiveFit
{
    private const int MostSteps = 30;
    private const int MostTurns = 60;
    private const int MostHalvings = 20;

    /// <summary>A turn that gains less than this share of what the step has gained leaves the rest to the next step.</summary>
    private const double EnoughOfStep = 0.01;

    private readonly LevelTable _table;
    private readonly float[] _labels;
    private readonly MarginLoss _loss;
    private readonly double _tolerance;
    private readonly double[] _margins;
    private readonly double[] _gradients;
    private readonly double[] _hessians;
    private readonly double[] _rows;
    private readonly double[] _moved;
    private readonly double[] _curvatures;
    private readonly double[] _slopes;
    private readonly double[] _step;
    private readonly double[] _direction;
    private readonly double[] _bent;
    private readonly double[] _alone;

    /// <summary>A fit of the rows of one run.</summary>
    /// <param name="table">The rows by level.</param>
    /// <param name="labels">One per row.</param>
    /// <param name="loss">What is made small.</param>
    /// <param name="tolerance">Share of the loss that is not worth another step.</param>
    public AdditiveFit(LevelTable table, float[] labels, MarginLoss loss, double tolerance)
    {
        (_table, _labels, _loss, _tolerance) = (table, labels, loss, tolerance);
        (_margins, _gradients, _hessians) = (new double[table.Rows], new double[table.Rows], new double[table.Rows]);
        (_rows, _moved) = (new double[table.Rows], new double[table.Rows]);
        (_curvatures, _slopes, _step) = (new double[table.Size], new double[table.Size], new double[table.Size]);
        (_direction, _bent, _alone) = (new double[table.Size], new double[table.Size], new double[table.Size]);
    }

    /// <summary>Margins of all rows after the last fit, those of weight 0 among them.</summary>
    public ReadOnlySpan<double> Margins => _margins;

    /// <summary>The loss's curvature at the last fit: of all rows first, then of each level; 0 for usual levels. What a prior holds counts as well.</summary>
    public ReadOnlySpan<double> Curvatures => _curvatures;

    /// <summary>Moves <paramref name="levels"/> to where the weighted loss plus the pull is least. Where there is a prior, levels are held where it has them, and their differences are pulled towards its own instead of to 0.</summary>
    public void Fit(double[] levels, float[] weights, double strength, LevelPrior? prior, CancellationToken cancellation)
    {
        _table.Spread(levels, _margins);
        double cost = Cost(_margins, weights) + Hold(levels, strength, prior);
        for (int step = 0; step < MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            double enough = _tolerance * Math.Abs(cost);
            double promised = FindStep(levels, weights, strength, prior, enough);
            _table.Spread(_step, _moved);
            double share = 1;
            for (int halving = 0; halving <= MostHalvings; halving++, share /= 2)
            {
                for (int row = 0; row < _rows.Length; row++)
                    _rows[row] = _margins[row] + (share * _moved[row]);
                for (int place = 0; place < levels.Length; place++)
                    _alone[place] = levels[place] + (share * _step[place]);
                double reached = Cost(_rows, weights) + Hold(_alone, strength, prior);
                if (!(reached <= cost))
                    continue;
                cost = reached;
                _rows.CopyTo(_margins, 0);
                _alone.CopyTo(levels, 0);
                break;
            }

            if (promised <= enough)
                return;
        }
    }

    private double Cost(double[] margins, float[] weights)
    {
        double cost = 0;
        for (int row = 0; row < margins.Length; row++)
        {
            if (weights[row] != 0)
                cost += weights[row] * _loss.Of(margins[row], _labels[row]);
        }

        return cost;
    }

    /// <summary>The lowest point of the parabola that the loss looks like here, as far as it is worth going; gives what it promises.</summary>
    private double FindStep(double[] levels, float[] weights, double strength, LevelPrior? prior, double enough)
    {
        for (int row = 0; row < _margins.Length; row++)
        {
            (_gradients[row], _hessians[row]) = (0, 0);
            if (weights[row] == 0)
                continue;
            var (gradient, hessian) = _loss.At(_margins[row], _labels[row]);
            (_gradients[row], _hessians[row]) = (weights[row] * gradient, weights[row] * hessian);
        }

        _table.Gather(_hessians, _curvatures);
        _table.Gather(_gradients, _slopes);
        double[] moved = From(prior, levels);
        LevelPull.AddSlope(_table, moved, strength, _slopes);
        for (int place = 0; prior is not null && place < levels.Length; place++)
        {
            _slopes[place] += prior.Evidence[place] * moved[place];
            _curvatures[place] += prior.Evidence[place];
        }

        Array.Clear(_step);
        double promised = 0;
        double along = 0;
        for (int turn = 0; turn < MostTurns; turn++)
        {
            LevelPull.SolveAlone(_table, _curvatures, strength, _slopes, _alone);
            double before = along;
            along = Dot(_slopes, _alone);
            double kept = turn == 0 ? 0 : along / before;
            for (int place = 0; place < _direction.Length; place++)
                _direction[place] = (kept * _direction[place]) - _alone[place];
            Bend(strength, prior);
            double bend = Dot(_direction, _bent);
            if (!(bend > 0))
                break;
            double length = along / bend;
            for (int place = 0; place < _step.Length; place++)
            {
                _step[place] += length * _direction[place];
                _slopes[place] += length * _bent[place];
            }

            double gain = 0.5 * length * along;
            promised += gain;
            if (gain <= 0.1 * enough || gain < EnoughOfStep * promised)
                break;
        }

        return promised;
    }

    /// <summary>How the slopes change along the direction.</summary>
    private void Bend(double strength, LevelPrior? prior)
    {
        _table.Spread(_direction, _rows);
        for (int row = 0; row < _rows.Length; row++)
            _rows[row] *= _hessians[row];
        _table.Gather(_rows, _bent);
        LevelPull.AddSlope(_table, _direction, strength, _bent);
        for (int place = 0; prior is not null && place < _bent.Length; place++)
            _bent[place] += prior.Evidence[place] * _direction[place];
    }

    /// <summary>What it costs to be at these levels, whatever the rows say.</summary>
    private double Hold(double[] levels, double strength, LevelPrior? prior)
    {
        double[] moved = From(prior, levels);
        double cost = LevelPull.Cost(_table, moved, strength);
        for (int place = 0; prior is not null && place < moved.Length; place++)
            cost += 0.5 * prior.Evidence[place] * moved[place] * moved[place];
        return cost;
    }

    private static double[] From(LevelPrior? prior, double[] levels) => prior is null ? levels : [.. levels.Zip(prior.Levels, (level, held) => level - held)];

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
