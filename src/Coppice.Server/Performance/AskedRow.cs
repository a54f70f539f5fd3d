using Coppice.Server.Labels;

namespace Coppice.Server.Performance;

/// <summary>An answer as it was served.</summary>
/// <param name="Row">Where its inputs are, and what came true; 0 where that is still to come.</param>
/// <param name="Said">What was answered.</param>
public sealed record AskedRow(Label Row, double Said);
