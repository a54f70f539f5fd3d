namespace Coppice.Forests;

/// <summary>What one feature adds to a margin: a value for each level between thresholds, and perhaps one for missing.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Thresholds">Ascending; a value equal to one belongs to the level above it.</param>
/// <param name="Values">One per level, one more than thresholds.</param>
/// <param name="Covers">How much evidence each level rests on, above zero.</param>
public sealed record StepFunction(int Feature, float[] Thresholds, float[] Values, float[] Covers)
{
    /// <summary>Value and evidence of missing; without, a missing value is taken for one of the level with most evidence on its side of each threshold.</summary>
    public (float Value, float Cover)? Missing { get; init; }
}
