namespace Coppice.Server.Http;

/// <summary>Takes the body of a request to disk, so that it can be read twice and costs no memory; it is gone when disposed of.</summary>
public sealed class Upload : IDisposable
{
    private Upload(string path)
    {
        Path = path;
    }

    public string Path { get; }

    public static Task<Upload> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken) => ReceiveAsync(request.Body, cancellationToken);

    public static async Task<Upload> ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("coppice-upload-").FullName;
        var upload = new Upload(System.IO.Path.Combine(folder, "body"));
        try
        {
            await using var file = new FileStream(upload.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
            await body.CopyToAsync(file, cancellationToken);
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    /// <summary>Where more of the file was not sent, leaves out the last line: it may have been cut.</summary>
    public void EndAtLine(long wholeLength)
    {
        byte[] bytes = File.ReadAllBytes(Path);
        int end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (bytes.Length >= wholeLength || end == 0)
            return;
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Write);
        file.SetLength(end);
    }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
