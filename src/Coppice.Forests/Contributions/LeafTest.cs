namespace Coppice.Forests.Contributions;

/// <summary>A split on the way to a leaf.</summary>
/// <param name="Condition">The number of its condition.</param>
/// <param name="Feature">Which of the leaf's features it looks at.</param>
/// <param name="Turned">All bits where a row has to answer yes to stay on the way, none where it has to answer no.</param>
internal readonly record struct LeafTest(int Condition, int Feature, ulong Turned);
