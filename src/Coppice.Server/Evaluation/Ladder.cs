namespace Coppice.Server.Evaluation;

/// <summary>
/// The parameter-free Ladder (Blum and Hardt 2015): lets a sweep ask the same rows again and again without learning their noise.
/// A new best must beat the old one by more than one error of the paired difference, and only a rounded loss is released.
/// </summary>
public sealed class Ladder
{
    private double[]? _best;

    /// <summary>Null until something was offered.</summary>
    public double? ReleasedLoss { get; private set; }

    /// <summary>Losses of a candidate, one per row, in the same row order each time.</summary>
    public LadderAnswer Offer(double[] losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (losses.Length == 0)
            throw new ArgumentException("The Ladder compares losses of at least one row; found none.", nameof(losses));
        if (_best is not null && losses.Length != _best.Length)
            throw new ArgumentException($"Expected {_best.Length} losses, as offered before, found {losses.Length}.", nameof(losses));
        if (_best is null)
            return Accept(losses, step: null);
        double difference = 0;
        for (int row = 0; row < losses.Length; row++)
            difference += _best[row] - losses[row];
        difference /= losses.Length;
        double squares = 0;
        for (int row = 0; row < losses.Length; row++)
        {
            double deviation = _best[row] - losses[row] - difference;
            squares += deviation * deviation;
        }
        double step = losses.Length > 1 ? Math.Sqrt(squares / (losses.Length - 1) / losses.Length) : double.PositiveInfinity;
        return difference > step ? Accept(losses, step) : new LadderAnswer { Accepted = false, ReleasedLoss = ReleasedLoss!.Value, Step = step };
    }

    private LadderAnswer Accept(double[] losses, double? step)
    {
        _best = losses;
        ReleasedLoss = Math.Round(losses.Average() * losses.Length) / losses.Length;
        return new LadderAnswer { Accepted = true, ReleasedLoss = ReleasedLoss.Value, Step = step };
    }
}

/// <summary>Whether the candidate is the new best, the loss that may be shown, and the step it had to climb.</summary>
public sealed record LadderAnswer
{
    public required bool Accepted { get; init; }

    public required double ReleasedLoss { get; init; }

    public required double? Step { get; init; }
}
