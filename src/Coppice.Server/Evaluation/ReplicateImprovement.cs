namespace Coppice.Server.Evaluation;

/// <summary>An improvement of one replicate: <paramref name="multiplicities"/> says how often each row was drawn. Null when the draw cannot answer.</summary>
public delegate double? ReplicateImprovement(ReadOnlySpan<int> multiplicities);
