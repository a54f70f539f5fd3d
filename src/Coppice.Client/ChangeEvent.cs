namespace Coppice.Client;

/// <summary>Something has changed, so that what was read of it before is out of date.</summary>
/// <param name="Position">The newest entry of the audit at that time.</param>
/// <param name="Kind">What was done, as the audit calls it; <c>run</c> where a run began or ended, <c>alert</c> where an alert opened or closed, <c>heartbeat</c> where nothing has changed.</param>
/// <param name="Model">The model it is about; null where it is about none.</param>
/// <param name="At">When.</param>
public sealed record ChangeEvent(long Position, string Kind, string? Model, DateTimeOffset At);
