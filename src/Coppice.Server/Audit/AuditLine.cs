namespace Coppice.Server.Audit;

/// <summary>An entry of the audit as it is shown; the model is null where it is about none.</summary>
public sealed record AuditLine(long Id, DateTimeOffset At, string Actor, string Action, string Subject, string Details, string? Model);
