namespace Coppice.Client;

/// <summary>Texts the definition file has had.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="Next">What to give as <c>before</c> for older ones; null at the end.</param>
public sealed record DefinitionHistory(IReadOnlyList<DefinitionVersion> Entries, long? Next);

/// <summary>One text of the definition file.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was written; of one that was written by hand when it was first found.</param>
/// <param name="Actor">Who wrote it; <c>coppice.yaml</c> where that was done by hand.</param>
/// <param name="Reason">Why; null where nobody said.</param>
/// <param name="Sha256">Its digest.</param>
/// <param name="Text">All of it.</param>
public sealed record DefinitionVersion(long Number, DateTimeOffset At, string Actor, string? Reason, string Sha256, string Text);
