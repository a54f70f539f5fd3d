namespace Coppice.Server.Labels;

/// <summary>How far the sweep of a model has come: what it has not yet looked at is all it reads.</summary>
public sealed record LabelProgress(long ModelId, string Policy, long LastEvent, long LastOutcome, long LastExample, long? LastCutoff);
