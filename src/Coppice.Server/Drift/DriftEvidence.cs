using Coppice.Client;
using Coppice.Server.Drift.Profiles;

namespace Coppice.Server.Drift;

/// <summary>What detectors are shown of a window of predictions.</summary>
/// <param name="Reference">What it is held against.</param>
/// <param name="Window">The window.</param>
/// <param name="Inputs">Its inputs, compared.</param>
/// <param name="Level">The probability of a false alarm that a look may have.</param>
public sealed record DriftEvidence(ReferenceProfile Reference, MeasuredWindow Window, IReadOnlyList<InputDrift> Inputs, double Level);
