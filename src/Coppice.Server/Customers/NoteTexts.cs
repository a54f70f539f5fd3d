using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Texts of notes by number, within one session.</summary>
public sealed class NoteTexts : IDisposable
{
    private readonly BulkCommand _query;

    internal NoteTexts(BulkCommand query) => _query = query;

    /// <summary>Hands over a note's text in UTF-8; empty where there is no such note.</summary>
    public T Read<T>(long noteId, Func<ReadOnlySpan<byte>, T> take)
    {
        using var reader = _query.Read(noteId);
        return take(reader.Read() ? reader.GetBytes(0) : []);
    }

    public void Dispose() => _query.Dispose();
}
