namespace Coppice.Server.Storage;

/// <summary>More is waiting to be written than may wait; the caller should come back in a moment.</summary>
public sealed class BusyException() : Exception("More is waiting to be written than the server may hold in memory; nothing of this request was kept, send it again in a second.");
