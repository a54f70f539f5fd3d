namespace Coppice.Server.Labels;

/// <summary>How far the sweep of a model has come: what it has not yet looked at is all it reads.</summary>
/// <param name="ModelId">Whose.</param>
/// <param name="Policy">The label policy it swept by; another one begins anew.</param>
/// <param name="LastEvent">The newest event it has seen.</param>
/// <param name="LastOutcome">The newest outcome it has seen.</param>
/// <param name="LastExample">The newest uploaded row it has seen.</param>
/// <param name="LastPrediction">The newest prediction whose window it has closed; the ones after it are open.</param>
/// <param name="LastCutoff">The newest past time it has labelled.</param>
/// <param name="FirstEventTime">When the history it has seen begins.</param>
/// <param name="LastEventTime">When the history it has seen ends.</param>
public sealed record LabelProgress(
    long ModelId,
    string Policy,
    long LastEvent,
    long LastOutcome,
    long LastExample,
    long LastPrediction,
    long? LastCutoff,
    long? FirstEventTime,
    long? LastEventTime);
