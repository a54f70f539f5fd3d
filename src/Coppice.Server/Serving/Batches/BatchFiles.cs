namespace Coppice.Server.Serving.Batches;

/// <summary>The files of batches: what was sent, and the result as far as it has come.</summary>
public sealed class BatchFiles(BatchOptions options)
{
    public string Input(long id) => Path.Combine(Folder(id), "input");

    public string Csv(long id) => Path.Combine(Folder(id), "result.csv");

    /// <summary>One prediction a line.</summary>
    public string Json(long id) => Path.Combine(Folder(id), "result.ndjson");

    /// <summary>Where companions answer first: the sender's rows with those answers, for results to be made of at any time.</summary>
    public string Rows(long id) => Path.Combine(Folder(id), "rows.ndjson");

    /// <summary>What moved the scores that took the place of companions'.</summary>
    public string Reasons(long id) => Path.Combine(Folder(id), "reasons.ndjson");

    /// <summary>Takes an upload over; it is on disk when this returns.</summary>
    public void Keep(long id, string upload)
    {
        Directory.CreateDirectory(Folder(id));
        File.Move(upload, Input(id));
        using var file = new FileStream(Input(id), FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Opens a result for the next chunk, without what an unrecorded one may have left behind.</summary>
    public static FileStream Continue(string path, long bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(bytes);
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    public void RemoveInput(long id)
    {
        if (File.Exists(Input(id)))
            File.Delete(Input(id));
    }

    public void Remove(long id)
    {
        if (Directory.Exists(Folder(id)))
            Directory.Delete(Folder(id), recursive: true);
    }

    private string Folder(long id) => Path.Combine(options.Folder, id.ToString());
}
