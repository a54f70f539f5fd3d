using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Inbox;

/// <summary>Imports a file of the inbox and moves it away. A crash in between leaves it there, and importing it again changes nothing.</summary>
public sealed class MergeInboxFile(
    InboxFolder folder,
    InboxStore store,
    Database database,
    IEnumerable<IIntakes> intakes,
    ImportTable table,
    RecordLines lines,
    RecordList list,
    TimeProvider time)
{
    private static readonly IntakeOptions History = new(KnownTimes.AsHappened);

    /// <summary>What became of the file; null where it grew meanwhile and stays for another time.</summary>
    public async Task<InboxFile?> RunAsync(FileInfo file, CancellationToken cancellationToken)
    {
        long length = file.Length;
        var kind = InboxFolder.KindOf(file.Name);
        var at = time.GetUtcNow();
        InboxFile merged;
        try
        {
            var report = await ImportAsync(file, kind, cancellationToken);
            file.Refresh();
            if (file.Length != length)
                return null;
            merged = new InboxFile(0, file.Name, report.Kind, InboxStates.Imported, at, folder.Archive(file.FullName, at), null, JsonSerializer.Serialize(report, CoppiceJson.Options));
        }
        catch (RefusalException e)
        {
            merged = Reject(file, kind, at, e.Message);
        }
        catch (JsonException e)
        {
            merged = Reject(file, kind, at, $"{file.Name}: {ObjectReading.Describe(e)}.");
        }

        database.Write(session => store.Add(session, merged));
        return merged;
    }

    private async Task<ImportReport> ImportAsync(FileInfo file, IngestKind? kind, CancellationToken cancellationToken)
    {
        var known = intakes.FirstOrDefault(i => i.Kind == kind)
            ?? throw new ImportException($"{file.Name}: the first word of a file's name says what is in it; expected events, notes, profiles, outcomes or examples, as in events-2026-11.csv.");
        var intake = known.Begin(History);
        if (file.Extension.ToLowerInvariant() is not (".json" or ".ndjson" or ".jsonl"))
            return await table.RunAsync(intake, new UploadedFile(file.FullName, file.Name, null, Actors.Inbox), cancellationToken);
        await using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!BeginsList(stream))
            return await lines.RunAsync(intake, stream, file.Name, Actors.Inbox, cancellationToken);
        if (stream.Length > ReceivedBody.Most)
            throw new ImportException($"{file.Name}: a list of JSON objects is read up to {ReceivedBody.Most >> 20} MiB; write one object per line instead.");
        byte[] bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return await list.RunAsync(intake, bytes, file.Name, Actors.Inbox, cancellationToken);
    }

    private static bool BeginsList(FileStream stream)
    {
        Span<byte> beginning = stackalloc byte[256];
        int read = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return ObjectReading.Trim(beginning[..read]) is [(byte)'[', ..];
    }

    private InboxFile Reject(FileInfo file, IngestKind? kind, DateTimeOffset at, string reason)
    {
        string moved = folder.Reject(file.FullName);
        var rejected = new InboxFile(0, file.Name, kind?.ToString().ToLowerInvariant(), InboxStates.Rejected, at, moved, reason, null);
        File.WriteAllText(folder.Absolute(moved) + ".report.json", JsonSerializer.Serialize(new { rejected.Name, rejected.State, rejected.At, rejected.Reason }, CoppiceJson.Options));
        return rejected;
    }
}
