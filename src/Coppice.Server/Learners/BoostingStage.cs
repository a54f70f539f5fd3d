namespace Coppice.Server.Learners;

/// <summary>Rounds of boosting that grow one kind of tree.</summary>
public sealed record BoostingStage
{
    /// <summary>Deepest path. One split each adds up effects; deeper trees find what effects do together.</summary>
    public required int Depth { get; init; }

    public required double StepSize { get; init; }

    public required int MostRounds { get; init; }

    /// <summary>Rounds without a better validation loss after which the stage stops.</summary>
    public required int Patience { get; init; }

    /// <summary>Rows of average information a leaf must hold (in units of the hessian at the prior).</summary>
    public required double RowsPerLeaf { get; init; }
}
