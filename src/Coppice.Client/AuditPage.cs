using System.Text.Json;

namespace Coppice.Client;

/// <summary>What happened, newest first.</summary>
/// <param name="Entries">One page of it.</param>
/// <param name="Next">What to give as <c>before</c> for the next page; null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);

/// <summary>A fact that happened and who caused it.</summary>
/// <param name="Position">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What was done, such as <c>train</c>, <c>promote</c> or <c>roll_back</c>.</param>
/// <param name="Actor">Who, or what, caused it.</param>
/// <param name="Model">The model it is about; null where it is about none.</param>
/// <param name="Subject">To what, such as <c>purchase 2.1</c>.</param>
/// <param name="Facts">More of it.</param>
public sealed record AuditEntry(long Position, DateTimeOffset At, string Kind, string Actor, string? Model, string Subject, JsonElement Facts);
