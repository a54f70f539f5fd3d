namespace Coppice.Client;

/// <summary>What became of one recorded object; it is on disk.</summary>
/// <param name="Recorded">Facts that were new.</param>
/// <param name="AlreadyKnown">Facts that an earlier request had brought; they changed nothing.</param>
public sealed record IngestResponse(long Recorded, long AlreadyKnown);
